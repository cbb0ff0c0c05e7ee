import type { Locale } from '../../i18n/messages.ts';
import { useSettings } from '../../world/settings.ts';

const en = {
  title: 'Networks and the routing mesh',
  machines: 'Machines',
  openPorts: (host: string): string => `Ports open on ${host}`,
  meshPort: 'on every node: the routing mesh takes it',
  hostPort: 'only here: one container has it (mode=host)',
  noPorts: 'no port published',
  ask: 'Send a request',
  from: 'From',
  to: 'To',
  send: 'Send',
  stream: 'One a second',
  stop: 'Stop',
  routing: 'routing mesh',
  internal: 'internal',
  attachable: 'attachable',
  encrypted: 'encrypted',
  names: (count: number): string => `Names and their addresses (${count})`,
  next: (task: string): string => `Next in turn: ${task}`,
  empty: 'Nobody is on it',
  vip: (address: string): string => `VIP ${address}`,
  vipHint: 'One address for the whole service; each node hands connections to its tasks in turn.',
  dnsrr: 'DNS round robin',
  dnsrrHint: 'No common address: the name stands for the addresses of all tasks, in changing order.',
  aliases: (names: string): string => `also ${names}`,
  notBalanced: 'gets no requests: not running, or not healthy',
  way: 'The way it went',
  noWay: 'Nothing was asked yet. Send a request to any node’s published port, or type curl in a terminal.',
  hop: {
    client: (at: string): string => `${at} asks`,
    node: (at: string, address: string): string => `reaches ${at} at ${address}`,
    ingress: (at: string, address: string): string => `the mesh knows ${at} behind VIP ${address}`,
    'host-port': (at: string, address: string): string => `the port belongs to one container of ${at} (${address})`,
    task: (at: string, address: string): string => `${at} answers at ${address}`,
    taskAsked: (at: string, address: string): string => `${at} is asked at ${address}`,
  },
  answered: (status: number): string => `HTTP ${status}`,
  answers: 'Answers',
  answersOf: (task: string, count: number): string => `${task}: ${count}`,
  errors: (count: number): string => `no answer: ${count}`,
  loading: 'Looking at the networks …',
};

/** The words of the network view: they come with it, after the first picture. */
export type NetworkWords = typeof en;

const ptBr: NetworkWords = {
  title: 'Redes e a malha de roteamento',
  machines: 'Máquinas',
  openPorts: (host) => `Portas abertas em ${host}`,
  meshPort: 'em todo nó: a malha de roteamento a atende',
  hostPort: 'só aqui: um contêiner a ocupa (mode=host)',
  noPorts: 'nenhuma porta publicada',
  ask: 'Enviar uma requisição',
  from: 'De',
  to: 'Para',
  send: 'Enviar',
  stream: 'Uma por segundo',
  stop: 'Parar',
  routing: 'malha de roteamento',
  internal: 'interna',
  attachable: 'anexável',
  encrypted: 'cifrada',
  names: (count) => `Nomes e seus endereços (${count})`,
  next: (task) => `Próxima da vez: ${task}`,
  empty: 'Ninguém está nela',
  vip: (address) => `VIP ${address}`,
  vipHint: 'Um endereço para o serviço inteiro; cada nó entrega as conexões às tarefas em rodízio.',
  dnsrr: 'rodízio por DNS',
  dnsrrHint: 'Sem endereço comum: o nome vale pelos endereços de todas as tarefas, em ordem variável.',
  aliases: (names) => `também ${names}`,
  notBalanced: 'não recebe requisições: não roda ou não está saudável',
  way: 'O caminho que fez',
  noWay: 'Nada foi pedido ainda. Envie uma requisição à porta publicada de qualquer nó, ou digite curl em um terminal.',
  hop: {
    client: (at) => `${at} pede`,
    node: (at, address) => `chega a ${at} em ${address}`,
    ingress: (at, address) => `a malha conhece ${at} atrás do VIP ${address}`,
    'host-port': (at, address) => `a porta é de um contêiner de ${at} (${address})`,
    task: (at, address) => `${at} responde em ${address}`,
    taskAsked: (at, address) => `${at} é procurada em ${address}`,
  },
  answered: (status) => `HTTP ${status}`,
  answers: 'Respostas',
  answersOf: (task, count) => `${task}: ${count}`,
  errors: (count) => `sem resposta: ${count}`,
  loading: 'Olhando as redes …',
};

const WORDS: { readonly [locale in Locale]: NetworkWords } = { en, 'pt-BR': ptBr };

/** The words of the chosen language; views that call it change when the language does. */
export function useNetworkWords(): NetworkWords {
  return WORDS[useSettings((settings) => settings.locale)];
}
