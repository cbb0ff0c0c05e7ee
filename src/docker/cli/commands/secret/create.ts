import type { Json } from '../../../../base/json.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { toJson } from '../../format/template/to-json.ts';
import { keyValues } from '../../options/labels.ts';
import { readData } from '../../read-data.ts';

/** `docker secret create NAME [file|-]`. */
export const secretCreate: CommandBody = async (context, flags, args) => {
  const [name = '', file = ''] = args;
  const driver = flags.string('driver');
  const template = flags.string('template-driver');
  let data: string | undefined;
  if (driver !== '') {
    if (file !== '') throw new CommandError('When using secret driver secret data must be empty');
  } else {
    if (file === '') throw new CommandError('secret file is required');
    data = await readData(context, file);
  }
  const spec: Json = {
    Name: name,
    Labels: keyValues(flags.list('label')),
    ...(data === undefined ? {} : { Data: data }),
    ...(driver === '' ? {} : { Driver: { Name: driver } }),
    ...(template === '' ? {} : { Templating: { Name: template } }),
  };
  const { ID } = await post<{ readonly ID: string }>(context, '/secrets/create', {}, toJson(typedValue('swarm.SecretSpec', spec)));
  context.stdout.write(`${ID}\n`);
  return 0;
};
