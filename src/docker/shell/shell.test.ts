import { describe, expect, it } from 'vitest';
import { testShell } from './testing/test-shell.ts';

const out = async (text: string, files?: { readonly [path: string]: string }): Promise<string> => (await testShell(files).run(text)).output;

describe('the shell', () => {
  it('expands variables, quotes, commands, arithmetic and braces', async () => {
    expect(await out(`A=1; B="x $A"; echo "$B" '$A' \${A}2 \${C:-none} $((A + 2 * 3)) $(echo hi | tr a-z A-Z) {a,b}{1..2}`)).toBe(
      'x 1 $A 12 none 7 HI a1 a2 b1 b2\n',
    );
    expect(await out('X="a  b"; echo $X; echo "$X"; echo ${#X} ${X%b} ${X/a/z}')).toBe('a b\na  b\n4 a z b\n');
  });

  it('expands inside brackets, and leaves a pattern that matches nothing as it is', async () => {
    expect(await out('A=x; echo [$A] ["$A"] [$(hostname)] [a-c]z')).toBe('[x] [x] [DC2-N1] [a-c]z\n');
  });

  it('keeps variables, functions and the folder from line to line', async () => {
    const { run, shell } = testShell();
    await run('X=5; f() { echo "f $1 $X"; }; cd /tmp');
    expect((await run('f a; pwd')).output).toBe('f a 5\n/tmp\n');
    expect(shell.prompt()).toBe('DC2-N1 /tmp $ ');
  });

  it('has loops, conditions, case, and && || !', async () => {
    expect(await out('for i in 1 2 3; do if [ $i -eq 2 ]; then continue; fi; echo $i; done')).toBe('1\n3\n');
    expect(await out('i=0; while [ $i -lt 3 ]; do i=$((i+1)); done; echo $i; until false; do break; done; echo end')).toBe('3\nend\n');
    expect(await out('false && echo no || echo yes; ! true; echo $?; case web.1 in db*) echo db;; web*) echo web;; esac')).toBe('yes\n1\nweb\n');
    expect(await out('for ((i=0; i<3; i++)); do echo -n $i; done; [[ abc == a* && 3 -gt 2 ]] && echo ok')).toBe('012ok\n');
  });

  it('pipes, redirects and here-documents', async () => {
    const { run, texts } = testShell({ '/root/a.txt': 'b\na\nb\n' });
    expect((await run('sort a.txt | uniq -c | sort -rn | head -1')).output).toBe('      2 b\n');
    await run('X=1; cat > f.yml <<EOF\nvalue: $X\nEOF\necho more >> f.yml; ls nothere 2> err.txt');
    expect(texts.get('/root/f.yml')).toBe('value: 1\nmore\n');
    expect(texts.get('/root/err.txt')).toContain('cannot access');
    expect((await run('cat < a.txt | wc -l; cat nothere > /dev/null 2>&1 || echo failed')).output).toBe('3\nfailed\n');
  });

  it('streams: a pipeline ends when its reader has enough', async () => {
    const { output, status } = await testShell().run('yes | head -3');
    expect([output, status]).toEqual(['y\ny\ny\n', 0]);
  });

  it('stops an endless loop with Ctrl-C and lets time pass meanwhile', async () => {
    const abort = new AbortController();
    const result = await testShell().run('while true; do echo x; done', { signal: abort.signal, onWrite: (all) => all.length > 2000 && abort.abort() });
    expect(result.status).toBe(130);
    expect(result.slept).toBeGreaterThan(0);
  });

  it('runs watch every two seconds until it is stopped', async () => {
    const abort = new AbortController();
    const result = await testShell().run('watch -n 2 echo hi', { signal: abort.signal, onWrite: (all) => all.split('Every').length > 3 && abort.abort() });
    expect(result.status).toBe(130);
    expect(result.output).toContain('Every 2.0s: echo hi\n\nhi\n');
    expect(result.slept).toBeGreaterThanOrEqual(4000);
  });

  it('has the text programs that courses use', async () => {
    const files = { '/root/p.txt': 'web 1 up\ndb 2 down\nweb 3 down\n' };
    expect(await out('grep -c web p.txt; grep -v web p.txt; grep -n "^web.*down$" p.txt; cut -d " " -f 1,3 p.txt | head -1; tail -n 1 p.txt', files)).toBe(
      '2\ndb 2 down\n3:web 3 down\nweb up\nweb 3 down\n',
    );
    expect(await out("awk '{print $2}' p.txt; echo '{\"a\":[1,2]}' | jq -c .a; sed -n 's/db/DB/p' p.txt", files)).toBe('1\n2\n3\n[1,2]\nDB 2 down\n');
    expect(await out('echo a b c | xargs -n1 echo item; printf "%-5s|%03d\\n" ab 7')).toBe('item a\nitem b\nitem c\nab   |007\n');
  });

  it('acts on its host: systemctl, ip link, curl, nano', async () => {
    const { run, actions } = testShell();
    await run('sudo systemctl stop docker; ip link set eth0 down; nano docker-stack.yml');
    expect(actions).toEqual(['systemctl stop', 'link down', 'edit /root/docker-stack.yml']);
    expect((await run('curl -s localhost:80')).output).toBe('hello from task\n');
    expect(await run('curl localhost:81')).toMatchObject({ errors: 'curl: (7) Failed to connect\n', status: 7 });
    expect((await run('hostname; ip addr | grep inet | grep -c eth0')).output).toBe('DC2-N1\n1\n');
  });

  it('says what is wrong and goes on', async () => {
    const { run, shell } = testShell();
    expect(await run('frobnicate')).toMatchObject({ errors: 'bash: frobnicate: command not found\n', status: 127 });
    expect((await run('echo )')).status).toBe(2);
    expect((await run('cd /nothere')).errors).toBe('bash: cd: /nothere: No such file or directory\n');
    expect((await run(`echo ${'x'.repeat(1_000_001)}`)).errors).toMatch(/line too long/);
    expect((await run('echo $((1/0))')).errors).toMatch(/division by 0/);
    for (const name of ['__proto__', 'constructor', 'toString']) expect((await run(name)).status).toBe(127);
    for (const text of ['echo "a', 'for i in 1; do', 'cat <<EOF\nx', 'echo a |', 'echo a \\']) expect([text, shell.incomplete(text)]).toEqual([text, true]);
    for (const text of ['echo a', 'echo )', 'for i in 1; do echo; done']) expect([text, shell.incomplete(text)]).toEqual([text, false]);
  });
});
