import type { Json } from '../../../../base/json.ts';
import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { toJson } from '../../format/template/to-json.ts';
import { keyValues } from '../../options/labels.ts';
import { readData } from '../../read-data.ts';

/** `docker config create NAME file|-`. */
export const configCreate: CommandBody = async (context, flags, args) => {
  const [name = '', file = ''] = args;
  let data: string;
  try {
    if (file === '') throw new CommandError('config file is required');
    data = await readData(context, file);
  } catch (error) {
    if (error instanceof CommandError) throw new CommandError(`Error reading content from ${goQuote(file)}: ${error.message}`);
    throw error;
  }
  const template = flags.string('template-driver');
  const spec: Json = { Name: name, Labels: keyValues(flags.list('label')), Data: data, ...(template === '' ? {} : { Templating: { Name: template } }) };
  const { ID } = await post<{ readonly ID: string }>(context, '/configs/create', {}, toJson(typedValue('swarm.ConfigSpec', spec)));
  context.stdout.write(`${ID}\n`);
  return 0;
};
