import { type Program, refuse } from '../program.ts';

const INSTALLERS = ['apt', 'apt-get', 'yum', 'dnf', 'apk', 'snap', 'pip', 'pip3', 'npm', 'brew', 'dpkg', 'rpm'];

/** What is not here, and what to do instead. */
const INSTEAD: { readonly [name: string]: string } = {
  git: 'nothing can be fetched from the internet here: write the file with cat > NAME <<EOF, or take one from the gallery',
  'docker-machine': 'the hosts are there already: type in their terminals, or ssh DC2-N2',
  'docker-compose': 'a swarm takes its stacks from docker stack deploy -c FILE NAME',
  kubectl: 'this is a Docker Swarm: docker service ls, docker stack ls',
  iptables: 'the hosts have no packet filter: cut a link in the picture, or ip link set eth0 down',
  ufw: 'the hosts have no packet filter: cut a link in the picture, or ip link set eth0 down',
  'firewall-cmd': 'the hosts have no packet filter: cut a link in the picture, or ip link set eth0 down',
  virsh: 'the hosts are there already: type in their terminals',
  vagrant: 'the hosts are there already: type in their terminals, or ssh DC2-N2',
  multipass: 'the hosts are there already: type in their terminals, or ssh DC2-N2',
  python: 'not available here',
  python3: 'not available here',
  node: 'not available here',
  perl: 'not available here',
  ruby: 'not available here',
  go: 'not available here',
  make: 'not available here',
  tmux: 'each host has a terminal of its own here',
  screen: 'each host has a terminal of its own here',
  tcpdump: 'not available here: curl tells which task has answered, and the network view which way a request went',
  strace: 'not available here',
  crontab: 'not available here: use while sleep 60; do …; done &',
};

/** Programs that courses type and that a playground cannot have: each says so in one line. */
export const absentPrograms: { readonly [name: string]: Program } = Object.fromEntries([
  ...INSTALLERS.map((name): [string, Program] => [
    name,
    (context) => refuse(context, `${name}: nothing can be installed here; what courses need of docker is there already\n`, 100),
  ]),
  ...Object.entries(INSTEAD).map(([name, instead]): [string, Program] => [name, (context) => refuse(context, `${name}: ${instead}\n`, 127)]),
]);
