import { runDocker } from '../../cli/run-docker.ts';
import { type Program, resolvePath } from '../program.ts';
import { removeTree } from '../remove-tree.ts';

/** The docker command line, on this host's engine. */
export const docker: Program = (context, args) =>
  runDocker(
    {
      client: context.host.client,
      clock: context.host.clock,
      stdin: context.stdin,
      stdout: context.stdout,
      stderr: context.stderr,
      env: context.env,
      files: {
        read: (path) => {
          const full = resolvePath(context.cwd, path);
          const text = context.host.files.read(full);
          if (text === undefined && context.host.files.isFolder(full)) throw new Error(`read ${path}: is a directory`);
          return text;
        },
        write: (path, text) => context.host.files.write(resolvePath(context.cwd, path), text),
        remove: (path) => removeTree(context.host.files, resolvePath(context.cwd, path)),
        list: (path) => context.host.files.list(resolvePath(context.cwd, path)),
        resolve: (path) => resolvePath(context.cwd, path),
      },
      terminal: context.terminal,
      signal: context.signal,
    },
    args,
  );
