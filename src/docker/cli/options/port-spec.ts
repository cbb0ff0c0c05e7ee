import { parsePortSpec as parseShortSyntax, publishedPorts } from '../../api/parse/port-spec.ts';
import type { PortConfig, PortProtocol } from '../../api/specs.ts';
import { parseCsvRecord } from './csv.ts';
import { cut } from './cut.ts';
import { NumberError, parseUint } from './go-integer.ts';
import { accepted, OptionError } from './option-error.ts';

/** One port as the API writes it: a published port of 0 is left out. */
function withoutZero({ Name: _name, PublishedPort: published, ...port }: PortConfig): PortConfig {
  const { PublishMode: mode, ...rest } = port;
  return { ...rest, ...(published === undefined || published === 0 ? {} : { PublishedPort: published }), ...(mode === undefined ? {} : { PublishMode: mode }) };
}

function portNumber(what: string, text: string): number {
  try {
    return parseUint(text, 10, 16);
  } catch (error) {
    if (!(error instanceof NumberError)) throw error;
    throw new OptionError(`invalid ${what} port (${text}): value must be an integer: ${error.reason}`);
  }
}

function parseLongSyntax(text: string): PortConfig {
  let protocol: PortProtocol = 'tcp';
  let mode: 'ingress' | 'host' = 'ingress';
  let target = 0;
  let published = 0;
  for (const field of parseCsvRecord(text)) {
    const { before: key, after: value, found } = cut(field.toLowerCase(), '=');
    if (!found || key === '') throw new OptionError(`invalid field: ${field}`);
    switch (key) {
      case 'protocol':
        if (value !== 'tcp' && value !== 'udp' && value !== 'sctp') throw new OptionError(`invalid protocol value '${value}'`);
        protocol = value;
        break;
      case 'mode':
        if (value !== 'ingress' && value !== 'host') throw new OptionError(`invalid publish mode value (${value}): must be either 'ingress' or 'host'`);
        mode = value;
        break;
      case 'target':
        target = portNumber('target', value);
        break;
      case 'published':
        published = portNumber('published', value);
        break;
      default:
        throw new OptionError(`invalid field key: ${key}`);
    }
  }
  if (target === 0) throw new OptionError("missing mandatory field 'target'");
  return { Protocol: protocol, TargetPort: target, PublishedPort: published, PublishMode: mode };
}

/**
 * The ports of one `--publish` value, short (`8080:80`, ranges) or long (`published=8080,target=80,mode=host`): spec/cli.md
 * §10, docker CLI opts/swarmopts/port.go. Throws OptionError.
 */
export function parsePortSpec(text: string): PortConfig[] {
  if (/[0-9A-Za-z_]+=[0-9A-Za-z_]+/.test(text)) return [withoutZero(parseLongSyntax(text))];
  const mappings = accepted(parseShortSyntax(text));
  if (mappings.some((mapping) => mapping.hostIp !== '')) throw new OptionError('hostip is not supported');
  return publishedPorts(mappings).ports.map(withoutZero);
}
