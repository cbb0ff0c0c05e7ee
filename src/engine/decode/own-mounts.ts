import type { Json } from '../../base/json.ts';
import type { Mount } from '../../docker/api/specs.ts';
import type { Container, Refusal } from '../../swarm/agent/container.ts';

/** What of a body says what is mounted. */
interface MountsBody {
  readonly Volumes: { readonly [target: string]: Json };
  readonly HostConfig: {
    readonly Binds: readonly string[] | null;
    readonly Mounts?: readonly Mount[];
    readonly VolumesFrom: readonly string[] | null;
  };
}

interface MountSurroundings {
  container(term: string): Container | Refusal;
  /** Makes an anonymous volume and gives its name. */
  newVolume(): string;
}

const MODES = ['ro', 'rw', 'z', 'Z', 'nocopy', 'private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave', 'consistent', 'cached', 'delegated', 'default'];
const PROPAGATION = /^r?(?:private|shared|slave)$/;

/**
 * The mounts of a container of one's own: of other containers, then `--volume`, `--mount` and the volumes without a
 * name, each of which gives way to what is mounted there before (moby daemon/volumes.go registerMountPoints).
 */
export function ownMounts(body: MountsBody, around: MountSurroundings): readonly Mount[] | Refusal {
  const { Binds, Mounts = [], VolumesFrom } = body.HostConfig;
  const mounts = new Map<string, Mount>();
  for (const text of VolumesFrom ?? []) {
    const [term = '', mode = 'rw'] = text.split(':');
    const other = around.container(term);
    if ('status' in other) return { ...other, status: 400 };
    if (!MODES.includes(mode)) return { status: 400, message: `invalid mode: ${mode}` };
    for (const mount of other.config.mounts) mounts.set(mount.Target ?? '', mode === 'ro' ? { ...mount, ReadOnly: true } : mount);
  }
  const own = new Set<string>();
  const given = [...(Binds ?? []).map((bind) => ({ bind })), ...Mounts.map((mount) => ({ mount }))];
  for (const item of given) {
    const mount = 'bind' in item ? ofBind(item.bind) : item.mount;
    if (typeof mount === 'string') return { status: 400, message: mount };
    const target = mount.Target ?? '';
    if (own.has(target)) return { status: 400, message: `Duplicate mount point: ${target}` };
    own.add(target);
    mounts.delete(target);
    mounts.set(target, mount.Type === 'volume' && !mount.Source ? { ...mount, Source: around.newVolume() } : mount);
  }
  for (const target of Object.keys(body.Volumes)) {
    if (!mounts.has(target)) mounts.set(target, { Type: 'volume', Source: around.newVolume(), Target: target });
  }
  return [...mounts.values()];
}

/** A `--volume` with a colon in it, or why it cannot be one (moby volume/mounts/linux_parser.go). */
function ofBind(bind: string): Mount | string {
  const [source = '', target = '', options = ''] = bind.split(':');
  const modes = options === '' ? [] : options.split(',');
  if (modes.some((mode) => !MODES.includes(mode))) return `invalid mode: ${options}`;
  const Type = source.startsWith('/') ? 'bind' : 'volume';
  const fault = targetFault(target);
  if (fault !== undefined) return `invalid volume specification: '${bind}': invalid mount config for type "${Type}": ${fault}`;
  const readOnly = modes.includes('ro') ? { ReadOnly: true } : {};
  if (Type === 'volume') return { Type, Source: source, Target: target, ...readOnly };
  const Propagation = modes.find((mode) => PROPAGATION.test(mode));
  return { Type, Source: source, Target: target, ...readOnly, BindOptions: { CreateMountpoint: true, ...(Propagation ? { Propagation } : {}) } };
}

function targetFault(target: string): string | undefined {
  if (!target.startsWith('/')) return `invalid mount path: '${target}' mount path must be absolute`;
  return /^\/+$/.test(target) ? "invalid specification: destination can't be '/'" : undefined;
}
