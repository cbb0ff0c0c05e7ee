import { parseByteSize } from '../../api/parse/byte-size.ts';
import { OptionError } from './option-error.ts';

/** Sysctls that belong to a container's own namespaces (docker CLI opts.ValidateSysctl). */
const SYSCTLS = ['kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.sem', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced'];

/** One `--sysctl` of a container: `net.x=1`. Throws OptionError. */
export function checkSysctl(text: string): void {
  const [name = '', value] = text.split(/=(.*)/s);
  if (value !== undefined && (SYSCTLS.includes(name) || name.startsWith('net.') || name.startsWith('fs.mqueue.'))) return;
  throw new OptionError(`sysctl '${text}' is not allowed`);
}

/** One `--device-cgroup-rule`: `c 1:3 mr`. Throws OptionError. */
export function checkDeviceRule(text: string): void {
  if (!/^[acb] ([0-9]+|\*):([0-9]+|\*) [rwm]{1,3}$/.test(text)) throw new OptionError(`invalid device cgroup format '${text}'`);
}

/** The number of `/dev/sda:10`. Throws OptionError. */
function deviceValue(text: string): string {
  const colon = text.indexOf(':');
  if (colon <= 0) throw new OptionError(`bad format: ${text}`);
  if (!text.startsWith('/dev/')) throw new OptionError(`bad format for device path: ${text}`);
  return text.slice(colon + 1);
}

/** One `--blkio-weight-device`: a weight from 10 to 1000, or 0. Throws OptionError. */
export function checkWeightDevice(text: string): void {
  const value = deviceValue(text);
  const weight = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (weight === 0 || (weight >= 10 && weight <= 1000)) return;
  throw new OptionError(`invalid weight for device: ${text}`);
}

/** One `--device-read-bps` or `--device-write-bps`: a size. Throws OptionError. */
export function checkBytesDevice(text: string): void {
  if (parseByteSize(deviceValue(text)).ok) return;
  const form = 'The correct format is <device-path>:<number>[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb';
  throw new OptionError(`invalid rate for device: ${text}. ${form}`);
}

/** One `--device-read-iops` or `--device-write-iops`: a number. Throws OptionError. */
export function checkRateDevice(text: string): void {
  if (/^\d+$/.test(deviceValue(text))) return;
  throw new OptionError(`invalid rate for device: ${text}. The correct format is <device-path>:<number>. Number must be a positive integer`);
}

/** One `--attach` of a new container. Throws OptionError. */
export function checkStream(text: string): void {
  if (!['stdin', 'stdout', 'stderr'].includes(text.toLowerCase())) throw new OptionError('valid streams are STDIN, STDOUT and STDERR');
}

/** One `--link`: `name[:alias]`. Throws OptionError. */
export function checkLink(text: string): void {
  if (text === '') throw new OptionError('empty string specified for links');
  if (text.split(':').length > 2) throw new OptionError(`bad format for links: ${text}`);
}
