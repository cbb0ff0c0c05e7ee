import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { dockerSetting, writeDockerSetting } from '../../docker-config.ts';
import { checkContextName, missingContext, storedContext } from './context-store.ts';

/** `docker context use CONTEXT` (docker CLI context/use.go). */
export const contextUse: CommandBody = async (context, _flags, args) => {
  const name = args[0] ?? '';
  if (args.length !== 1) throw new CommandError(`accepts 1 arg(s), received ${args.length}`);
  if (name !== 'default') {
    checkContextName(name);
    if (storedContext(context, name) === undefined) throw new CommandError(missingContext(context, name));
  }
  const value = name === 'default' ? '' : name;
  if ((dockerSetting(context, 'currentContext') ?? '') !== value) writeDockerSetting(context, 'currentContext', value);
  context.stdout.write(`${name}\n`);
  context.stderr.write(`Current context is now ${goQuote(name)}\n`);
  if (name !== 'default' && (context.env['DOCKER_HOST'] ?? '') !== '') {
    context.stderr.write(
      `Warning: DOCKER_HOST environment variable overrides the active context. To use ${goQuote(name)}, either set the global --context flag, or unset DOCKER_HOST environment variable.\n`,
    );
  }
  return 0;
};
