import { type CommandContext, CommandError } from '../../command.ts';

/** A `-v` value in its parts. */
interface VolumeText {
  /** Empty: a volume without a name. */
  readonly source: string;
  /** Whether the source is a path of the host. */
  readonly path: boolean;
}

const isLetter = (text: string): boolean => /^\p{L}$/u.test(text);

/** Whether a source is a path: `/a`, `./a`, `~/a`, `C:\a`, `\\pipe`. */
function isPath(source: string): boolean {
  if (/^[./~]/.test(source)) return true;
  if ([...source].length === 1) return false;
  const [first = ''] = source;
  return source.startsWith('\\\\') || (isLetter(first) && source.charAt(first.length) === ':');
}

/** Reads `[SOURCE:]TARGET[:OPTIONS]` (docker CLI compose/loader/volume.go ParseVolume). Throws CommandError. */
function parseVolume(text: string): VolumeText {
  if (text === '') throw new CommandError('invalid empty volume spec');
  if (new TextEncoder().encode(text).length < 3) return { source: '', path: false };
  const fields: string[] = [];
  let field = '';
  const end = (last: boolean): void => {
    if (field === '') throw new CommandError(`invalid spec: ${text}: empty section between colons`);
    if (fields.length === 2 && !last) throw new CommandError(`invalid spec: ${text}: too many colons`);
    fields.push(field);
    field = '';
  };
  for (const character of text) {
    // A letter before a colon is a drive of Windows.
    if (character !== ':' || isLetter(field)) field += character;
    else end(false);
  }
  end(true);
  const source = fields.length === 1 ? '' : (fields[0] ?? '');
  return { source, path: source !== '' && isPath(source) };
}

/** `-v`: what has a source is bound, the others are volumes of the container's own. Throws CommandError. */
export function containerVolumes(
  context: CommandContext,
  texts: readonly string[],
): { readonly binds: readonly string[]; readonly own: { [path: string]: {} } } {
  const binds: string[] = [];
  const own: { [path: string]: Record<string, never> } = {};
  for (const text of new Set(texts)) {
    const { source, path } = parseVolume(text);
    if (source === '') own[text] = {};
    else if (path && text.startsWith('.')) binds.push(text.replace(/^[^:]+/, (host) => context.files.resolve(host)));
    else binds.push(text);
  }
  return { binds, own };
}
