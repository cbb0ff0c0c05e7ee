import { describe, expect, it } from 'vitest';
import type { Json } from '../../../base/json.ts';
import { parseTemplate, rawValue, TemplateError, typedValue } from './go-template.ts';
import { headerRow, listRows } from './template/row.ts';

const list = {
  typeName: '*node.nodeContext',
  fields: {
    ID: { value: () => '81c88tan2p31' },
    Name: { value: () => 'DC2-N1' },
    Self: { value: () => true },
    Html: { value: () => '<a & b>' },
  },
  label: (_row: undefined, key: string) => `of ${key}`,
};
const row = listRows(list)(undefined);

function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof TemplateError) return `${error.partial}!${error.message}`;
    throw error;
  }
}
const onRow = (text: string): string => outcome(() => parseTemplate(text).execute(row));

// The answers here are those of docker 28.2.2 to the same template and a row with the same fields.
describe('what templates write', () => {
  it.each([
    ['{{.ID}} {{.Name}} {{.Self}}', '81c88tan2p31 DC2-N1 true'],
    ['{{upper "a"}} {{lower .Name}} {{title "abc def"}}', 'A dc2-n1 Abc Def'],
    ['{{truncate .ID 3}}|{{pad .Name 1 2}}|{{pad "" 1 1}}|', '81c| DC2-N1  ||'],
    ['{{join (split .Name "-") "+"}} {{split "abc" ""}}', 'DC2+N1 [a b c]'],
    ['{{.Label "x"}} {{.Name | printf "%s-%s" "a"}}', 'of x a-DC2-N1'],
    ['{{json .ID}} {{json "<a>"}} {{json nil}} {{json 1.5}}', '"81c88tan2p31" "<a>" null 1.5'],
    ['{{json .}}', '{"Html":"\\u003ca \\u0026 b\\u003e","ID":"81c88tan2p31","Name":"DC2-N1","Self":true}'],
    ['{{print 1 2 "a" "b" 3}}|{{println 1 "x"}}|', '1 2ab3|1 x\n|'],
    ['{{1e3}} {{0x10}} {{0b1}} {{0o7}} {{1_000}} {{1.5}} {{1e30}} {{.5}} {{010}}', '1000 16 1 7 1000 1.5 1e+30 0.5 8'],
    ['{{\'a\'}} {{true}} {{and 1 0}} {{or 0 "x"}} {{not 1}}', '97 true 0 x false'],
    ['{{if .Self}}yes{{else if eq .Name "x"}}x{{else}}no{{end}}', 'yes'],
    ['{{if not .Self}}yes{{else if eq .Name "DC2-N1"}}x{{else}}no{{end}}', 'x'],
    ['{{with .Name}}<{{.}}>{{end}}{{with ""}}a{{else}}b{{end}}', '<DC2-N1>b'],
    ['{{range $i, $v := split .Name "-"}}{{$i}}={{$v};{{end}}', "!template: :1: bad character U+007D '}'"],
    ['{{range $i, $v := split .Name "-"}}{{$i}}={{$v}};{{end}}', '0=DC2;1=N1;'],
    ['{{range 3}}{{.}}{{end}}{{range split "" "x"}}a{{else}}none{{end}}', '012a'],
    ['{{range split .Name ""}}{{if eq . "C"}}{{continue}}{{end}}{{if eq . "N"}}{{break}}{{end}}{{.}}{{end}}', 'D2-'],
    ['{{$x := .ID}}{{$x}} {{$x = "b"}}{{$x}} {{$.Name}}', '81c88tan2p31 b DC2-N1'],
    ['{{define "a"}}<{{.Name}}>{{end}}{{template "a" .}}', '<DC2-N1>'],
    ['{{block "n" .}}b{{.Name}}{{end}}', 'bDC2-N1'],
    ['a {{- .Name -}} b {{/* c */}}{{- /* d */ -}} e', 'aDC2-N1b e'],
    ['{{len .ID}} {{len (split .ID "")}} {{index .ID 0}} {{slice .ID 1 3}} {{index (split .Name "-") 1}}', '12 12 56 1c N1'],
    ['{{lt 1 2}} {{le 2 2}} {{gt "b" "a"}} {{ge 1 2}} {{ne 1 2}} {{eq 1 2 1}}', 'true true true false true true'],
    ['{{html "<a&b>"}} {{js "<b>"}} {{urlquery "a b&c"}}', '&lt;a&amp;b&gt; \\u003Cb\\u003E a+b%26c'],
    ['{{printf "%s %q %v %d %5d|%-5d|%05d %x %o %b" "a" "b" 3 4 5 6 7 8 9 10}}', 'a "b" 3 4     5|6    |00007 8 11 1010'],
    ['{{printf "%f %g %e %t %T %c %%" 1.5 2.5 3.5 true "x" 65}}', '1.500000 2.5 3.500000e+00 true string A %'],
    ['{{printf "%d" "web"}} {{printf "%s"}} {{printf "%d" 1 2}}', '%!d(string=web) %!s(MISSING) 1%!(EXTRA int=2)'],
    ['{{printf "%*d|%.2s|%6.2f|%8s|%-8s|" 5 42 "abcdef" 3.14159 "cd" "ab"}}', '   42|ab|  3.14|      cd|ab      |'],
    ['{{printf "%v %q" (split "a b" " ") (split "a b" " ")}}', '[a b] ["a" "b"]'],
    ['{{`raw "x"`}} {{"tab\\tq\\"u\\u0041"}}', 'raw "x" tab\tq"uA'],
  ])('%s', (text, written) => {
    expect(onRow(text)).toBe(written);
  });
  it('makes a header of a template', () => {
    const header = (text: string): string => parseTemplate(text).executeAsFarAsPossible(headerRow({ ID: 'ID', Name: 'NAME' }), { header: true });
    expect(header('{{upper .ID}}\t{{pad .Name 1 1}}\t{{truncate .ID 1}}\t{{json .Name}}')).toBe('ID\t NAME \tID\tNAME');
    expect(header('{{.Label "com.docker.stack.namespace"}} {{.Label "a-b_c"}}')).toBe('namespace a b c');
    expect(header('a{{.ID}}{{len 3}}b')).toBe('aID');
  });
});

describe('what templates refuse', () => {
  it.each([
    ['{{', 'unclosed action'],
    ['{{.ID', 'unclosed action'],
    ['{{}}', 'missing value for command'],
    ['{{if}}', 'missing value for if'],
    ['{{range}}x{{end}}', 'missing value for range'],
    ['{{foo}}', 'function "foo" not defined'],
    ['{{if .ID}}', 'unexpected EOF'],
    ['{{define "x"}}', 'unexpected EOF'],
    ['{{end}}', 'unexpected {{end}}'],
    ['{{else}}', 'unexpected {{else}}'],
    ['{{break}}', '{{break}} outside {{range}}'],
    ['{{.ID}', "bad character U+007D '}'"],
    ['{{@}}', 'unexpected "@" in command'],
    ['{{ }', 'unexpected "}" in command'],
    ['{{"abc}}', 'unterminated quoted string'],
    ['{{"\n"}}', 'unterminated quoted string'],
    ["{{'a}}", 'unterminated character constant'],
    ['{{(.ID}}', 'unclosed left paren'],
    ['{{.ID)}}', 'unexpected right paren'],
    ['{{if 1}}{{else}}{{else}}{{end}}', 'expected end; found {{else}}'],
    ['{{.ID.}}', 'unexpected <.> in operand'],
    ['{{$y}}', 'undefined variable "$y"'],
    ['{{1 | 2}}', 'non executable command in pipeline stage 2'],
    ['{{true.X}}', 'unexpected . after term "true"'],
    ['{{.ID}} {{/* a', 'unclosed comment'],
    ['{{template}}', 'unexpected "}}" in template clause'],
  ])('%s', (text, message) => {
    expect(onRow(text)).toBe(`!template: :1: ${message}`);
  });
  it.each([
    ['{{1 2}}', ':1:2: executing "" at <1>: can\'t give argument to non-function 1'],
    ['{{len 3}}', ':1:2: executing "" at <len 3>: error calling len: len of type int'],
    ['{{index .ID "x"}}', ':1:2: executing "" at <index .ID "x">: error calling index: cannot index slice/array with type string'],
    ['{{slice .ID 9 99}}', ':1:2: executing "" at <slice .ID 9 99>: error calling slice: index out of range: 99'],
    ['{{.Foo}}', ':1:2: executing "" at <.Foo>: can\'t evaluate field Foo in type *node.nodeContext'],
    ['{{.Name.Foo}}', ':1:7: executing "" at <.Name.Foo>: can\'t evaluate field Foo in type string'],
    ['{{nil}}', ':1:2: executing "" at <nil>: nil is not a command'],
    ['{{range .Name}}x{{end}}', ':1:8: executing "" at <.Name>: range can\'t iterate over DC2-N1'],
    ['{{index (split .Name "-") 9}}', ':1:2: executing "" at <index (split .Name "-") 9>: error calling index: index out of range: 9'],
    ['{{eq .Name 1}}', ':1:2: executing "" at <eq .Name 1>: error calling eq: incompatible types for comparison'],
    ['{{upper 5}}', ':1:8: executing "" at <5>: expected string; found 5'],
    ['{{truncate .Name "x"}}', ':1:17: executing "" at <"x">: expected integer; found "x"'],
    ['{{upper .Self}}', ':1:8: executing "" at <.Self>: wrong type for value; expected string; got bool'],
    ['{{upper}}', ':1:2: executing "" at <upper>: wrong number of args for upper: want 1 got 0'],
    ['{{.Name 1}}', ':1:2: executing "" at <.Name>: wrong number of args for Name: want 0 got 1'],
    ['{{call .Name}}', ':1:2: executing "" at <call .Name>: error calling call: non-function .Name of type string'],
    ['{{template "a"}}', ':1:11: executing "" at <{{template "a"}}>: template "a" not defined'],
    ['{{len nil}}', ':1:2: executing "" at <len nil>: error calling len: reflect: call of reflect.Value.Type on zero Value'],
  ])('%s', (text, message) => {
    expect(onRow(text)).toBe(`!template: ${message}`);
  });
  it('names the template, and keeps what was written before', () => {
    expect(outcome(() => parseTemplate('{{', 'version').execute(row))).toBe('!template: version:1: unclosed action');
    expect(onRow('a\nb {{.Foo}}')).toBe('a\nb !template: :2:4: executing "" at <.Foo>: can\'t evaluate field Foo in type *node.nodeContext');
  });
});

describe('API objects', () => {
  const service: Json = {
    ID: 'x07svamnvgoikcw3mib5z5lh6',
    Version: { Index: 3410 },
    CreatedAt: '2026-01-02T03:04:05.678901234Z',
    UpdatedAt: '2026-01-02T03:04:05Z',
    Spec: {
      Name: 'web',
      Labels: { 'com.example.a': 'b', z: '1' },
      TaskTemplate: {
        ContainerSpec: {
          Image: 'nginx:1.25',
          Env: ['A=1', 'B=2'],
          StopGracePeriod: 3_000_000_000,
          Secrets: [{ File: { Name: 's', UID: '0', GID: '0', Mode: 292 }, SecretID: 'i', SecretName: 's' }],
          Ulimits: [{ Name: 'nofile', Hard: 200, Soft: 100 }],
        },
        ForceUpdate: 0,
      },
      Mode: { Replicated: { Replicas: 3 } },
      UpdateConfig: { Parallelism: 1, Delay: 1_000_000_000, FailureAction: 'pause', Monitor: 5_000_000_000, MaxFailureRatio: 0.1, Order: 'stop-first' },
      EndpointSpec: { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }] },
    },
    Endpoint: { Spec: {} },
  };
  const onService = (text: string): string => outcome(() => parseTemplate(text).execute(typedValue('swarm.Service', service)));
  it.each([
    ['{{.Spec.Name}} {{.Spec.Annotations.Name}} {{.Version.Index}} {{.Meta.Version}}', 'web web 3410 3410'],
    ['{{.CreatedAt}} {{.UpdatedAt}}', '2026-01-02 03:04:05.678901234 +0000 UTC 2026-01-02 03:04:05 +0000 UTC'],
    ['{{json .CreatedAt}} {{.CreatedAt.Unix}} {{.CreatedAt.Format "2006-01-02 15:04"}}', '"2026-01-02T03:04:05.678901234Z" 1767323045 2026-01-02 03:04'],
    ['{{.Spec.Mode.Replicated.Replicas}} {{.Spec.Mode.Replicated}}', '3 {0xc000000000}'],
    ['{{.Spec.Mode.Global}} {{if .Spec.Mode.Global}}g{{else}}r{{end}}', '<nil> r'],
    ['{{.Spec.UpdateConfig}}', '{1 1s pause 5s 0.1 stop-first}'],
    [
      '{{json .Spec.UpdateConfig}}',
      '{"Parallelism":1,"Delay":1000000000,"FailureAction":"pause","Monitor":5000000000,"MaxFailureRatio":0.1,"Order":"stop-first"}',
    ],
    ['{{.Spec.Labels}} {{.Spec.Labels.none}} {{index .Spec.Labels "com.example.a"}}{{index .Spec.Labels "none"}}', 'map[com.example.a:b z:1] <no value> b'],
    ['{{range $k, $v := .Spec.Labels}}{{$k}}={{$v}};{{end}}', 'com.example.a=b;z=1;'],
    ['{{(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).File.Mode}}', '-r--r--r--'],
    ['{{json (index .Spec.TaskTemplate.ContainerSpec.Secrets 0).File}}', '{"Name":"s","UID":"0","GID":"0","Mode":292}'],
    ['{{.Spec.TaskTemplate.ContainerSpec.Ulimits}}', '[nofile=100:200]'],
    ['{{.Spec.TaskTemplate.ContainerSpec.StopGracePeriod}}', '3s'],
    ['{{.Spec.TaskTemplate.ContainerSpec.Env}} {{len .Spec.TaskTemplate.ContainerSpec.Env}}', '[A=1 B=2] 2'],
    ['{{range .Spec.EndpointSpec.Ports}}{{.PublishedPort}}:{{.TargetPort}}/{{.Protocol}}{{end}}', '8080:80/tcp'],
    ['{{eq .Spec.EndpointSpec.Mode "vip"}} {{.Spec.EndpointSpec.Mode | printf "%s" | upper}}', 'true VIP'],
    [
      '{{.Spec.EndpointSpec}} {{printf "%+v" .Spec.EndpointSpec}}',
      '{vip [{ tcp 80 8080 ingress}]} &{Mode:vip Ports:[{Name: Protocol:tcp TargetPort:80 PublishedPort:8080 PublishMode:ingress}]}',
    ],
    ['{{with .UpdateStatus}}x{{else}}none{{end}} {{.UpdateStatus}} {{if .Spec.Mode}}structs count{{end}}', 'none <nil> structs count'],
    ['{{printf "%T %T" .Spec .Spec.EndpointSpec.Mode}}', 'swarm.ServiceSpec swarm.ResolutionMode'],
  ])('%s', (text, written) => {
    expect(onService(text)).toBe(written);
  });
  it.each([
    ['{{.Foo}}', ':1:2: executing "" at <.Foo>: can\'t evaluate field Foo in type swarm.Service'],
    [
      '{{.Spec.TaskTemplate.ContainerSpec.Foo}}',
      ':1:20: executing "" at <.Spec.TaskTemplate.ContainerSpec.Foo>: can\'t evaluate field Foo in type *swarm.ContainerSpec',
    ],
    ['{{.PreviousSpec.Name}}', ':1:15: executing "" at <.PreviousSpec.Name>: nil pointer evaluating *swarm.ServiceSpec.Name'],
    ['{{.PreviousSpec.Foo}}', ':1:15: executing "" at <.PreviousSpec.Foo>: can\'t evaluate field Foo in type *swarm.ServiceSpec'],
    ['{{upper .Spec.EndpointSpec.Mode}}', ':1:26: executing "" at <.Spec.EndpointSpec.Mode>: wrong type for value; expected string; got swarm.ResolutionMode'],
    [
      '{{eq .Spec.Mode.Replicated.Replicas 3}}',
      ':1:2: executing "" at <eq .Spec.Mode.Replicated.Replicas 3>: error calling eq: incompatible types for comparison',
    ],
  ])('%s', (text, message) => {
    const got = onService(text);
    // The column of a chain is that of its second name.
    expect(got.replace(/^(!template: :1):\d+/, '$1')).toBe(`!template: ${message}`.replace(/^(!template: :1):\d+/, '$1'));
  });
  it('knows raw JSON as maps, whose missing keys may be errors', () => {
    const raw = rawValue({ A: { B: 1.5, C: null, D: [1, 'x'] } });
    const run = (text: string, missingKeyIsError: boolean): string => outcome(() => parseTemplate(text).execute(raw, { missingKeyIsError }));
    expect(run('{{.A.B}} {{.A.C}} {{.A.D}} {{.A}}', true)).toBe('1.5 <no value> [1 x] map[B:1.5 C:<nil> D:[1 x]]');
    expect(run('{{.A.Foo}} {{.A.Foo.Bar}}', false)).toBe('<no value> <no value>');
    expect(run('{{.A.Foo}}', true)).toBe('!template: :1:4: executing "" at <.A.Foo>: map has no entry for key "Foo"');
  });
  it('encodes objects in the order of their types', () => {
    const node: Json = { Status: { Addr: '10.0.0.1', State: 'ready' }, Unknown: 1, ID: 'n', Spec: { Role: 'worker', Labels: {} } };
    expect(parseTemplate('{{json .}}').execute(typedValue('swarm.Node', node))).toBe(
      '{"ID":"n","Version":{},"CreatedAt":"0001-01-01T00:00:00Z","UpdatedAt":"0001-01-01T00:00:00Z","Spec":{"Labels":{},"Role":"worker"},' +
        '"Description":{"Platform":{},"Resources":{},"Engine":{},"TLSInfo":{}},"Status":{"State":"ready","Addr":"10.0.0.1"}}',
    );
  });
});
