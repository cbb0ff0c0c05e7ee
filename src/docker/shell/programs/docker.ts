import { runDocker } from '../../cli/run-docker.ts';
import { type Program, resolvePath } from '../program.ts';
import { removeTree } from '../remove-tree.ts';

/** The docker command line, on this host's engine. */
export const docker: Program = ({ host, cwd, env, stdin, stdout, stderr, terminal, signal, keyboard }, args) =>
  runDocker(
    {
      client: host.client,
      engineOf: host.engineOf,
      clock: host.clock,
      stdin,
      inputIsTerminal: keyboard ?? false,
      stdout,
      stderr,
      env,
      files: {
        read: (path) => {
          const full = resolvePath(cwd, path);
          const text = host.files.read(full);
          if (text === undefined && host.files.isFolder(full)) throw new Error(`read ${path}: is a directory`);
          return text;
        },
        write: (path, text) => host.files.write(resolvePath(cwd, path), text),
        remove: (path) => removeTree(host.files, resolvePath(cwd, path)),
        list: (path) => host.files.list(resolvePath(cwd, path)),
        resolve: (path) => resolvePath(cwd, path),
      },
      terminal,
      signal,
    },
    args,
  );
