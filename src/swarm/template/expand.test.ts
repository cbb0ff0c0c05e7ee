import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../base/base64url.ts';
import type { Config, Secret, Task } from '../objects/objects.ts';
import { makeTask } from '../testing/builders.ts';
import { expandContainerSpec, payloadFiles } from './expand.ts';
import { expandTemplate } from './go-template.ts';
import { TemplateError } from './template-value.ts';

const DESCRIPTION = { Hostname: 'mynode', Platform: { OS: 'myos', Architecture: 'myarchitecture' } };

function taskWith(spec: NonNullable<Task['spec']['ContainerSpec']>, given: Partial<Task> = {}): Task {
  return {
    ...makeTask(undefined, { id: 'taskID', nodeId: 'nodeID', slot: 10 }),
    serviceId: 'serviceID',
    serviceName: 'serviceName',
    meta: { version: 0, createdAt: 0, updatedAt: 0 },
    spec: { ContainerSpec: spec },
    ...given,
  } as Task;
}

function base64(text: string): string {
  return toBase64Url(Uint8Array.from(text, (c) => c.charCodeAt(0)))
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(Math.ceil(text.length / 3) * 4, '=');
}

describe('container specs', () => {
  it('ORC-279: names of variables are left alone', () => {
    expect(expandContainerSpec(taskWith({ Env: ['{{.NotExpanded}}=foo'] }), DESCRIPTION)).toMatchObject({ Env: ['{{.NotExpanded}}=foo'] });
  });

  it('ORC-280: mount sources, hostnames, environment', () => {
    const spec = {
      Hostname: '{{.Node.Hostname}}-{{.Node.Platform.OS}}-{{.Node.Platform.Architecture}}',
      Mounts: [{ Type: 'volume', Source: 'bar-{{.Node.ID}}-{{.Task.Name}}', Target: '/foo/{{.Service.ID}}/{{.Task.Name}}' }],
      Env: ['WHO={{.Service.Name}}.{{.Task.Slot}} on {{.Node.Hostname}}'],
    };
    expect(expandContainerSpec(taskWith(spec), DESCRIPTION)).toEqual({
      Hostname: 'mynode-myos-myarchitecture',
      Mounts: [{ Type: 'volume', Source: 'bar-nodeID-serviceName.10.taskID', Target: '/foo/serviceID/serviceName.10.taskID' }],
      Env: ['WHO=serviceName.10 on mynode'],
    });
  });

  it('the node stands in for slot 0', () => {
    expect(expandContainerSpec(taskWith({ Hostname: '{{.Task.Slot}}' }, { slot: 0 }), DESCRIPTION)).toMatchObject({ Hostname: 'nodeID' });
  });

  it("labels are found with index; a missing field is an error in Go's words", () => {
    const labelled = taskWith({ Hostname: '{{index .Service.Labels "tier"}}' }, { serviceLabels: { tier: 'front' } });
    expect(expandContainerSpec(labelled, DESCRIPTION)).toMatchObject({ Hostname: 'front' });
    expect(expandContainerSpec(taskWith({ Hostname: '{{.Node.Colour}}' }), DESCRIPTION)).toEqual(
      new TemplateError(
        'expanding hostname failed: template: expansion:1:7: executing "expansion" at <.Node.Colour>: can\'t evaluate field Colour in type struct { ID string; Hostname string; Platform template.Platform }',
      ),
    );
    expect(expandContainerSpec(taskWith({ Env: ['X={{.Foo}}'] }), DESCRIPTION)).toEqual(
      new TemplateError(
        'expanding env failed: expanding env "X={{.Foo}}": template: expansion:1:2: executing "expansion" at <.Foo>: can\'t evaluate field Foo in type *template.Context',
      ),
    );
  });
});

describe('the template language', () => {
  const data = { kind: 'struct', type: 'T', fields: { A: 'x', N: 2, L: { kind: 'map', entries: { b: '2', a: '1' } } } } as const;
  const cases: [string, string][] = [
    ['plain', 'plain'],
    ['{{if eq .A "x"}}yes{{else}}no{{end}}', 'yes'],
    ['{{range $k, $v := .L}}{{$k}}={{$v}};{{end}}', 'a=1;b=2;'],
    ['{{with .A}}<{{.}}>{{end}}', '<x>'],
    ['{{printf "%s-%02d" .A .N}}', 'x-02'],
    ['{{.A | printf "%q"}}', '"x"'],
    ['a {{- " b" -}} c', 'a bc'],
    ['{{join "," "a" "b"}}', 'a,b'],
    ['{{$v := .A}}{{$v}}{{$v}}', 'xx'],
    ['{{if and (gt .N 1) (not false)}}ok{{end}}', 'ok'],
    ['{{/* nothing */}}{{len .L}}', '2'],
    ['{{.L}}', 'map[a:1 b:2]'],
  ];
  it.each(cases)('%s', (template, expected) => {
    expect(expandTemplate(template, data)).toBe(expected);
  });

  it.each([
    ['{{.A', 'template: expansion:1: unclosed action'],
    ['{{Node.Hostname}}', 'template: expansion:1: function "Node" not defined'],
    ['{{secret "x"}}', 'template: expansion:1: function "secret" not defined'],
    ['{{.L.c}}', 'template: expansion:1:4: executing "expansion" at <.L.c>: map has no entry for key "c"'],
  ])('%s is refused', (template, text) => {
    expect(expandTemplate(template, data)).toEqual(new TemplateError(text));
  });
});

describe('payloads', () => {
  const secret = (id: string, text: string, templated: boolean): Secret => ({
    id,
    meta: { version: 0, createdAt: 0, updatedAt: 0 },
    spec: { Name: id, Labels: {}, Data: base64(text), ...(templated && { Templating: { Name: 'golang' } }) },
  });
  const config = (id: string, text: string, templated: boolean): Config => secret(id, text, templated);
  const file = (Name: string) => ({ Name, UID: '0', GID: '0', Mode: 0o444 });

  function files(secrets: Secret[], configs: Config[], referenced = true): ReturnType<typeof payloadFiles> {
    const spec = {
      Env: ['COLOUR=blue'],
      Secrets: referenced ? secrets.map(({ id }) => ({ SecretID: id, SecretName: id, File: file(id) })) : [],
      Configs: configs.map(({ id }) => ({ ConfigID: id, ConfigName: id, File: file(`/${id}`) })),
    };
    const have = { secret: (id: string) => secrets.find((one) => one.id === id), config: (id: string) => configs.find((one) => one.id === id) };
    return payloadFiles(taskWith(spec), spec, have);
  }

  it('ORC-281: a config may insert a secret that the task has', () => {
    expect(files([secret('t', 'pass', false)], [config('c', 'p={{secret "t"}} {{env "COLOUR"}} {{.Node.ID}}[{{.Node.Hostname}}]', true)])).toEqual([
      { path: '/run/secrets/t', text: 'pass' },
      { path: '/c', text: 'p=pass blue nodeID[]' },
    ]);
    const missing = files([secret('t', 'pass', false)], [config('c', '{{secret "t"}}', true)], false);
    expect(missing instanceof TemplateError && missing.text).toMatch(
      /^unable to get config from config store: failed to expand templated config c: .*secret target t not found$/,
    );
  });

  it('ORC-282: what is inserted is not expanded again', () => {
    expect(files([secret('t', 'A={{secret "t"}}', true)], [])).toEqual([{ path: '/run/secrets/t', text: 'A=A={{secret "t"}}' }]);
  });

  it('payloads without a driver stay as they are', () => {
    expect(files([], [config('c', '{{.Service.Name}}', false)])).toEqual([{ path: '/c', text: '{{.Service.Name}}' }]);
  });
});
