const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** The 128 bits of MD5 (RFC 1321) over bytes. */
export function md5(bytes: readonly number[]): readonly number[] {
  const message = [...bytes, 0x80];
  while (message.length % 64 !== 56) message.push(0);
  for (let i = 0; i < 8; i++) message.push(i < 4 ? ((bytes.length * 8) >>> (8 * i)) & 255 : 0);
  let [a, b, c, d] = [0x67_45_23_01, 0xef_cd_ab_89, 0x98_ba_dc_fe, 0x10_32_54_76] as [number, number, number, number];
  for (let block = 0; block < message.length; block += 64) {
    const word = (n: number): number => [0, 1, 2, 3].reduce((sum, i) => sum | ((message[block + 4 * n + i] ?? 0) << (8 * i)), 0);
    let [p, q, r, s] = [a, b, c, d];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const [mix, n] = [
        [(q & r) | (~q & s), i],
        [(s & q) | (~s & r), (5 * i + 1) % 16],
        [q ^ r ^ s, (3 * i + 5) % 16],
        [r ^ (q | ~s), (7 * i) % 16],
      ][round] as [number, number];
      const sum = (p + mix + Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) + word(n)) | 0;
      const shift = SHIFTS[4 * round + (i % 4)] ?? 0;
      [p, s, r, q] = [s, r, q, (q + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    [a, b, c, d] = [(a + p) | 0, (b + q) | 0, (c + r) | 0, (d + s) | 0];
  }
  return [a, b, c, d].flatMap((value) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255));
}

/** The password hash of htpasswd and old systems, `$apr1$salt$…` or `$1$salt$…` (Poul-Henning Kamp's algorithm: a thousand rounds of MD5). */
export function md5Crypt(password: string, salt: string, magic: 'apr1' | '1'): string {
  const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];
  const [key, grain] = [bytes(password), bytes(salt)];
  const mixed = md5([...key, ...grain, ...key]);
  let text = [...key, ...bytes(`$${magic}$`), ...grain, ...key.map((_, i) => mixed[i % 16] ?? 0)];
  for (let n = key.length; n > 0; n >>= 1) text.push(n & 1 ? 0 : (key[0] ?? 0));
  let hash = md5(text);
  for (let i = 0; i < 1000; i++) {
    text = i & 1 ? [...key] : [...hash];
    if (i % 3) text.push(...grain);
    if (i % 7) text.push(...key);
    text.push(...(i & 1 ? hash : key));
    hash = md5(text);
  }
  const letters = (value: number, count: number): string => Array.from({ length: count }, (_, i) => ALPHABET.charAt((value >> (6 * i)) & 63)).join('');
  const triples = [0, 1, 2, 3, 4].map((i) => letters(((hash[i] ?? 0) << 16) | ((hash[i + 6] ?? 0) << 8) | (hash[i === 4 ? 5 : i + 12] ?? 0), 4));
  return `$${magic}$${salt}$${triples.join('')}${letters(hash[11] ?? 0, 2)}`;
}
