import type { Job } from '../jobs.ts';
import type { CommandIo } from '../shell-control.ts';
import { type Builtin, complain } from './builtin.ts';

/** jobs, wait, fg, bg, kill, disown: what runs beside the shell. */
export const jobBuiltins: { readonly [name: string]: Builtin } = {
  jobs: (shell, io, args) => {
    const { jobs } = shell.state;
    for (const job of jobs.all) io.stdout.write(args.includes('-p') ? `${job.pid}\n` : jobs.line(job));
    for (const job of jobs.all) if (job.status !== undefined) jobs.forget(job);
    return 0;
  },
  wait: async (shell, io, args) => {
    const { jobs } = shell.state;
    const words = args.filter((arg) => !/^-[nfp]$/.test(arg));
    const any = args.includes('-n') && words.length === 0;
    if (any && jobs.all.length > 0) return untilEnd(Promise.race(jobs.all.map((job) => job.ended)), io);
    let status = 0;
    for (const job of words.length === 0 ? [...jobs.all] : words.map((word) => jobs.find(word) ?? word)) {
      if (typeof job === 'string')
        status = complain(io, job.startsWith('%') ? `wait: ${job}: no such job` : `wait: pid ${job} is not a child of this shell`, 127);
      else {
        status = await untilEnd(job.ended, io);
        jobs.forget(job);
      }
    }
    return words.length === 0 ? 0 : status;
  },
  fg: async (shell, io, [word = '%%']) => {
    const job = shell.state.jobs.find(word);
    if (!job) return complain(io, word === '%%' ? 'fg: current: no such job' : `fg: ${word}: no such job`);
    io.stdout.write(`${job.text}\n`);
    io.signal.addEventListener('abort', job.interrupt);
    try {
      return await job.ended;
    } finally {
      io.signal.removeEventListener('abort', job.interrupt);
      shell.state.jobs.forget(job);
    }
  },
  bg: (shell, io, [word = '%%']) => {
    const job = shell.state.jobs.find(word);
    if (!job) return complain(io, word === '%%' ? 'bg: current: no such job' : `bg: ${word}: no such job`);
    return complain(io, `bg: job ${job.id} already in background`, 0);
  },
  disown: (shell, io, args) => {
    const { jobs } = shell.state;
    const words = args.filter((arg) => !/^-[ahr]+$/.test(arg));
    if (args.includes('-a')) for (const job of [...jobs.all]) jobs.forget(job);
    for (const word of words.length > 0 ? words : args.includes('-a') ? [] : ['%%']) {
      const job = jobs.find(word);
      if (!job) return complain(io, `disown: ${word === '%%' ? 'current' : word}: no such job`);
      jobs.forget(job);
    }
    return 0;
  },
  kill: async (shell, io, args) => {
    if (args[0] === '-l') {
      io.stdout.write(' 1) SIGHUP\t 2) SIGINT\t 3) SIGQUIT\t 9) SIGKILL\t15) SIGTERM\n');
      return 0;
    }
    const words = args[0] === '-s' ? args.slice(2) : args.filter((arg, i) => i > 0 || !/^-\w/.test(arg));
    if (words.length === 0) return usage(io);
    let status = 0;
    for (const word of words) {
      const job: Job | undefined = shell.state.jobs.find(word);
      if (job) job.interrupt();
      else if (word === DOCKERD_PID) await shell.host.systemctl('stop');
      else if (word.startsWith('%')) status = complain(io, `kill: ${word}: no such job`);
      else if (/^-?\d+$/.test(word)) status = complain(io, `kill: (${word}) - No such process`);
      else status = complain(io, `kill: ${word}: arguments must be process or job IDs`);
    }
    return status;
  },
};

function usage(io: CommandIo): number {
  io.stderr.write('kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n');
  return 2;
}

/** The engine's process id, as `ps` shows it. */
export const DOCKERD_PID = '612';

/** Waits for a job's end, or for Ctrl-C, which leaves the job alone. */
async function untilEnd(ended: Promise<number>, io: CommandIo): Promise<number> {
  let stop: () => void = () => {};
  const interrupted = new Promise<number>((resolve) => {
    stop = () => resolve(130);
    io.signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([ended, interrupted]);
  } finally {
    io.signal.removeEventListener('abort', stop);
  }
}
