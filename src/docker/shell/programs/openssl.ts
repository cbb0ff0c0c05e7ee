import { type Program, print, refuse } from '../program.ts';
import { md5Crypt } from './md5-crypt.ts';

const SALT = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./';

/** openssl rand and passwd: random texts and password hashes for secrets; certificates are not made here. */
export const openssl: Program = async (context, [command = '', ...args]) => {
  const random = (limit: number): number => context.host.random(limit);
  switch (command) {
    case 'rand': {
      const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 0);
      if (!(count >= 1 && count <= 65_536)) return refuse(context, 'rand: Use -help for summary.\n');
      const bytes = Uint8Array.from({ length: count }, () => random(256));
      if (args.includes('-hex')) return print(context, `${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}\n`);
      if (args.includes('-base64'))
        return print(
          context,
          btoa(String.fromCharCode(...bytes))
            .replace(/.{64}/g, '$&\n')
            .replace(/\n?$/, '\n'),
        );
      return print(context, String.fromCharCode(...bytes.map((byte) => byte & 127)));
    }
    case 'passwd': {
      const apache = args.includes('-apr1');
      if (!apache && !args.includes('-1')) return refuse(context, 'passwd: say -apr1 or -1: no other kinds of hashes are made here\n');
      const at = args.indexOf('-salt');
      const salt = at >= 0 ? (args[at + 1] ?? '') : Array.from({ length: 8 }, () => SALT.charAt(random(SALT.length))).join('');
      const given = args.filter((arg, i) => !arg.startsWith('-') && args[i - 1] !== '-salt');
      const passwords = args.includes('-stdin') ? [(await context.stdin.readLine()) ?? ''] : given;
      if (passwords.length === 0) {
        context.stderr.write('Password: ');
        passwords.push((await context.stdin.readLine()) ?? '');
      }
      for (const password of passwords) context.stdout.write(`${md5Crypt(password, salt.slice(0, 8), apache ? 'apr1' : '1')}\n`);
      return 0;
    }
    case 'version':
      return print(context, 'OpenSSL 3.0.16 11 Feb 2025\n');
    default:
      return refuse(context, `openssl ${command}: not available here; a secret may hold any text: printf key | docker secret create NAME -\n`);
  }
};
