import type { Locale } from '../../i18n/messages.ts';
import { useSettings } from '../../world/settings.ts';

const en = {
  title: 'How the managers agree',
  ring: 'Managers',
  none: 'No manager runs here. Form a swarm: docker swarm init',
  leads: (host: string, term: number): string => `${host} leads, term ${term}`,
  noLeader: (term: number): string => `Nobody leads, term ${term}`,
  quorum: (needed: number, members: number, together: number): string => `${needed} of ${members} needed · ${together} hear each other`,
  lost: 'Without a quorum the swarm takes no orders. Its containers go on.',
  electing: 'A manager that hears no leader for about ten seconds asks the others for their votes.',
  role: { leader: 'leader', follower: 'follower', candidate: 'asks for votes', stopped: 'engine stopped' },
  term: (term: number): string => `term ${term}`,
  follows: (host: string): string => `follows ${host}`,
  voted: (host: string): string => `voted for ${host}`,
  votedSelf: 'voted for itself',
  knowsNoLeader: 'knows no leader',
  silent: (seconds: number, limit: number): string => `hears nothing: ${seconds} of ${limit} s`,
  votes: (count: number): string => (count === 1 ? 'has 1 vote' : `has ${count} votes`),
  log: 'Log',
  commit: (index: number): string => `agreed to ${index}`,
  cell: (index: number, term: number, words: string): string => `Entry ${index}, term ${term}${words === '' ? '' : `: ${words}`}`,
  cellState: { absent: 'not here', compacted: 'in the snapshot', appended: 'written, not agreed yet', committed: 'agreed' },
  message: {
    append: (entries: number): string => (entries === 0 ? 'are you with me?' : entries === 1 ? '1 entry' : `${entries} entries`),
    'append-response': 'written',
    'append-refused': 'does not fit',
    heartbeat: 'heartbeat',
    'heartbeat-response': 'heard',
    vote: 'vote for me',
    'vote-response': 'you have my vote',
    'vote-refused': 'no vote',
    snapshot: 'snapshot',
    'timeout-now': 'take over',
  },
  lostOnWay: 'lost',
  said: 'Said',
  nothingSaid: 'Only heartbeats so far. Change something and watch: every order becomes an entry that most managers must write.',
  alone: (members: number): string =>
    members === 1
      ? 'One manager agrees with itself; when it is gone, nobody takes orders.'
      : 'Two managers need each other: losing either stops both. Three can lose one.',
  promote: (hosts: string): string => `Promote ${hosts}`,
  slowed: 'Messages are drawn slower than they are: on these links one takes a millisecond.',
  skipped: (count: number): string => `${count} more were too fast to be drawn. Slower time shows them all.`,
  network: 'network',
  healAll: 'Heal all links',
  healed: 'Every link is whole again',
  dragHint: 'Drag from one manager to another to cut or heal their link; drag a box around some to cut them off.',
};

/** The words of the Raft view: they come with it, after the first picture. */
export type RaftWords = typeof en;

const ptBr: RaftWords = {
  title: 'Como os gerentes concordam',
  ring: 'Gerentes',
  none: 'Nenhum gerente roda aqui. Forme um swarm: docker swarm init',
  leads: (host, term) => `${host} lidera, mandato ${term}`,
  noLeader: (term) => `Ninguém lidera, mandato ${term}`,
  quorum: (needed, members, together) => `${needed} de ${members} necessários · ${together} se ouvem`,
  lost: 'Sem quórum o swarm não aceita ordens. Seus contêineres continuam.',
  electing: 'Um gerente que não ouve um líder por uns dez segundos pede os votos dos outros.',
  role: { leader: 'líder', follower: 'seguidor', candidate: 'pede votos', stopped: 'engine parada' },
  term: (term) => `mandato ${term}`,
  follows: (host) => `segue ${host}`,
  voted: (host) => `votou em ${host}`,
  votedSelf: 'votou em si mesmo',
  knowsNoLeader: 'não conhece líder',
  silent: (seconds, limit) => `não ouve nada: ${seconds} de ${limit} s`,
  votes: (count) => (count === 1 ? 'tem 1 voto' : `tem ${count} votos`),
  log: 'Registro',
  commit: (index) => `acordado até ${index}`,
  cell: (index, term, words) => `Entrada ${index}, mandato ${term}${words === '' ? '' : `: ${words}`}`,
  cellState: { absent: 'não está aqui', compacted: 'no snapshot', appended: 'escrita, ainda sem acordo', committed: 'acordada' },
  message: {
    append: (entries) => (entries === 0 ? 'está comigo?' : entries === 1 ? '1 entrada' : `${entries} entradas`),
    'append-response': 'escrito',
    'append-refused': 'não encaixa',
    heartbeat: 'sinal de vida',
    'heartbeat-response': 'ouvido',
    vote: 'vote em mim',
    'vote-response': 'tem meu voto',
    'vote-refused': 'sem voto',
    snapshot: 'cópia do estado',
    'timeout-now': 'assuma',
  },
  lostOnWay: 'perdida',
  said: 'Dito',
  nothingSaid: 'Por ora só sinais de vida. Mude algo e observe: cada ordem vira uma entrada que a maioria dos gerentes precisa escrever.',
  alone: (members) =>
    members === 1
      ? 'Um gerente concorda consigo mesmo; sem ele, ninguém aceita ordens.'
      : 'Dois gerentes precisam um do outro: perder um para os dois. Três podem perder um.',
  promote: (hosts) => `Promover ${hosts}`,
  slowed: 'As mensagens são desenhadas mais devagar do que são: nestes enlaces uma leva um milissegundo.',
  skipped: (count) => `Mais ${count} foram rápidas demais para desenhar. Um tempo mais lento mostra todas.`,
  network: 'rede',
  healAll: 'Restaurar todos os enlaces',
  healed: 'Todos os enlaces estão inteiros de novo',
  dragHint: 'Arraste de um gerente a outro para cortar ou restaurar o enlace; arraste uma caixa em volta de alguns para isolá-los.',
};

const WORDS: { readonly [locale in Locale]: RaftWords } = { en, 'pt-BR': ptBr };

/** The words of the chosen language; views that call it change when the language does. */
export function useRaftWords(): RaftWords {
  return WORDS[useSettings((settings) => settings.locale)];
}
