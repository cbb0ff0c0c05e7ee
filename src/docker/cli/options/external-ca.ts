import type { ExternalCa } from '../../api/specs.ts';
import type { FileAccess } from '../command.ts';
import { readFile } from '../read-file.ts';
import { parseCsvRecord } from './csv.ts';
import { cut } from './cut.ts';
import { OptionError } from './option-error.ts';

/** @param why what goes before the system's text */
function textOf(path: string, files: FileAccess, why = ''): string {
  const read = readFile(files, path);
  if ('problem' in read) throw new OptionError(`${why}${read.problem}`);
  return read.text;
}

const isPem = (text: string): boolean => /-----BEGIN [^-]+-----[\s\S]*-----END [^-]+-----/.test(text);

/** The text of a PEM file (docker CLI swarm/opts.go PEMFile). Throws OptionError. */
export function parsePem(path: string, files: FileAccess): string {
  const text = textOf(path, files);
  if (!isPem(text)) throw new OptionError('file contents must be in PEM format');
  return text;
}

/** One `--external-ca` value: `protocol=cfssl,url=…[,cacert=file][,k=v]` (docker CLI swarm/opts.go). Throws OptionError. */
export function parseExternalCa(text: string, files: FileAccess): ExternalCa {
  const options: { [key: string]: string } = {};
  let protocol: string | undefined;
  let url: string | undefined;
  let certificate: string | undefined;
  for (const field of parseCsvRecord(text)) {
    const { before: key, after: value, found } = cut(field, '=');
    if (!found) throw new OptionError(`invalid field '${field}' must be a key=value pair`);
    switch (key.toLowerCase()) {
      case 'protocol':
        if (value.toLowerCase() !== 'cfssl') throw new OptionError(`unrecognized external CA protocol ${value}`);
        protocol = 'cfssl';
        break;
      case 'url':
        url = value;
        break;
      case 'cacert': {
        const read = textOf(value, files, 'unable to read CA cert for external CA: ');
        if (!isPem(read)) throw new OptionError('CA cert for external CA must be in PEM format');
        certificate = read;
        break;
      }
      default:
        options[key] = value;
    }
  }
  if (protocol === undefined) throw new OptionError('the external-ca option needs a protocol= parameter');
  if (url === undefined) throw new OptionError('the external-ca option needs a url= parameter');
  return {
    Protocol: protocol,
    URL: url,
    ...(Object.keys(options).length > 0 ? { Options: options } : {}),
    ...(certificate === undefined ? {} : { CACert: certificate }),
  };
}
