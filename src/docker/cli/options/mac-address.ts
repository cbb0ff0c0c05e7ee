/** Whether Go's net.ParseMAC takes the text: 6, 8 or 20 bytes in hexadecimal, parted by `:`, `-`, or as groups of four by `.`. */
export function isMacAddress(text: string): boolean {
  const trimmed = text.trim();
  const bytes = /^[0-9a-fA-F]{2}(?:([:-])[0-9a-fA-F]{2})(?:\1[0-9a-fA-F]{2})*$/.test(trimmed) ? trimmed.split(/[:-]/).length : 0;
  const groups = /^[0-9a-fA-F]{4}(?:\.[0-9a-fA-F]{4})+$/.test(trimmed) ? trimmed.split('.').length * 2 : 0;
  return [6, 8, 20].includes(bytes + groups);
}
