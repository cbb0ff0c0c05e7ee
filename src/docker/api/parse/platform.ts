import { goQuote } from './go-number.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

/** A platform as images have it (OCI image spec). */
export interface Platform {
  readonly architecture: string;
  readonly os: string;
  /** Only Windows images have one; empty otherwise. */
  readonly osVersion: string;
  readonly variant: string;
}

const OS_PATTERN = '^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.-]*)\\))?$';
const PART_PATTERN = '^[A-Za-z0-9_.-]+$';

const KNOWN_SYSTEMS = new Set('aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(' '));
const KNOWN_ARCHITECTURES = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

/** One name for each architecture: `aarch64` is `arm64`, `x86_64` is `amd64`. */
function oneName(architecture: string, variant: string): readonly [architecture: string, variant: string] {
  const [name, version] = [architecture.toLowerCase(), variant.toLowerCase()];
  switch (name) {
    case 'i386':
      return ['386', ''];
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return ['amd64', version === 'v1' ? '' : version];
    case 'aarch64':
    case 'arm64':
      return ['arm64', ['8', 'v8'].includes(version) ? '' : version];
    case 'armhf':
      return ['arm', 'v7'];
    case 'armel':
      return ['arm', 'v6'];
    case 'arm':
      if (version === '' || version === '7') return ['arm', 'v7'];
      return ['arm', ['5', '6', '8'].includes(version) ? `v${version}` : version];
    default:
      return [name, version];
  }
}

/**
 * Reads `linux`, `amd64`, `linux/arm64` or `linux/arm/v7` (containerd platforms.Parse); what is missing is taken from a
 * linux/amd64 machine. Refuses with containerd's texts.
 */
export function parsePlatform(text: string): Parsed<Platform> {
  const refuse = (what: string): Parsed<Platform> => refused(`${what}: invalid argument`);
  if (text.includes('*')) return refuse(`${goQuote(text)}: wildcards not yet supported`);
  const slashed = text.split('/');
  const parts = slashed.length > 4 ? [...slashed.slice(0, 3), slashed.slice(3).join('/')] : slashed;
  const [first = '', ...others] = parts;
  const system = new RegExp(OS_PATTERN).exec(first);
  if (system === null) {
    return refuse(`${goQuote(first)} is an invalid OS component of ${goQuote(text)}: OSAndVersion specifier component must match ${goQuote(OS_PATTERN)}`);
  }
  for (const part of others) {
    if (!new RegExp(PART_PATTERN).test(part)) {
      return refuse(`${goQuote(part)} is an invalid component of ${goQuote(text)}: platform specifier component must match ${goQuote(PART_PATTERN)}`);
    }
  }
  const named = (system[1] ?? '').toLowerCase();
  const os = named === 'macos' ? 'darwin' : named;
  const osVersion = system[2] ?? '';
  if (parts.length === 1) {
    if (KNOWN_SYSTEMS.has(os)) return parsed({ os, osVersion, architecture: 'amd64', variant: '' });
    const [architecture, variant] = oneName(first, '');
    if (!KNOWN_ARCHITECTURES.has(architecture)) return refuse(`${goQuote(text)}: unknown operating system or architecture`);
    return parsed({ os: 'linux', osVersion, architecture, variant: architecture === 'arm' && variant === 'v7' ? '' : variant });
  }
  if (parts.length > 3) return refuse(`${goQuote(text)}: cannot parse platform specifier`);
  const [architecture, variant] = oneName(parts[1] ?? '', parts[2] ?? '');
  if (parts.length === 2) return parsed({ os, osVersion, architecture, variant: architecture === 'arm' && variant === 'v7' ? '' : variant });
  return parsed({ os, osVersion, architecture, variant: architecture === 'arm64' && variant === '' ? 'v8' : variant });
}

/** `os/architecture[/variant]`, as the API takes it when containers are created. */
export function platformName(platform: Platform): string {
  return [platform.os, platform.architecture, platform.variant].filter((part) => part !== '').join('/');
}

/** The JSON by which images are asked for one platform (moby client encodePlatform). */
export function platformJson({ architecture, os, osVersion, variant }: Platform): string {
  return JSON.stringify({ architecture, os, ...(osVersion === '' ? {} : { 'os.version': osVersion }), ...(variant === '' ? {} : { variant }) });
}
