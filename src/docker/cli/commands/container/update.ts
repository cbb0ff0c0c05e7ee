import { type CommandBody, CommandError } from '../../command.ts';
import { call, failureText } from '../../engine-call.ts';
import { restartPolicy } from './restart-policy.ts';

/** `docker update`: the limits that were given, all others as zero, which the engine leaves as they are (docker CLI container/update.go). */
export const containerUpdate: CommandBody = async (context, flags, args) => {
  if (!flags.anyChanged()) throw new CommandError('you must provide one or more flags when using this command');
  const body = {
    CpuShares: flags.int('cpu-shares'),
    Memory: flags.int('memory'),
    NanoCpus: flags.int('cpus'),
    CgroupParent: '',
    BlkioWeight: flags.int('blkio-weight'),
    BlkioWeightDevice: null,
    BlkioDeviceReadBps: null,
    BlkioDeviceWriteBps: null,
    BlkioDeviceReadIOps: null,
    BlkioDeviceWriteIOps: null,
    CpuPeriod: flags.int('cpu-period'),
    CpuQuota: flags.int('cpu-quota'),
    CpuRealtimePeriod: flags.int('cpu-rt-period'),
    CpuRealtimeRuntime: flags.int('cpu-rt-runtime'),
    CpusetCpus: flags.string('cpuset-cpus'),
    CpusetMems: flags.string('cpuset-mems'),
    Devices: null,
    DeviceCgroupRules: null,
    DeviceRequests: null,
    MemoryReservation: flags.int('memory-reservation'),
    MemorySwap: flags.int('memory-swap'),
    MemorySwappiness: null,
    OomKillDisable: null,
    PidsLimit: flags.int('pids-limit') === 0 ? null : flags.int('pids-limit'),
    Ulimits: null,
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
    RestartPolicy: flags.string('restart') === '' ? { Name: '', MaximumRetryCount: 0 } : restartPolicy(flags.string('restart')),
  };
  const warnings: string[] = [];
  const errors: string[] = [];
  for (const name of args) {
    try {
      const answer = await call(context, { method: 'POST', path: `/containers/${name}/update`, body });
      context.stdout.write(`${name}\n`);
      const said = typeof answer === 'object' && answer !== null && 'Warnings' in answer ? answer['Warnings'] : null;
      if (Array.isArray(said)) warnings.push(...said.map(String));
    } catch (error) {
      errors.push(failureText(error));
    }
  }
  if (warnings.length > 0) context.stdout.write(`${warnings.join('\n')}\n`);
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
};
