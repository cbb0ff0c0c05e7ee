import type { Quirk } from '../scene/quirks.ts';
import { useSettings } from '../world/settings.ts';
import type { Locale } from './messages.ts';

type Differs = 'containers' | 'images' | 'certificates' | 'order' | 'clocks' | 'absent' | 'refused' | 'time';

const en = {
  title: 'What is real here',
  lead: 'What the orchestrator does and what docker prints is held against recordings of a real Swarm (engine and CLI 28.2, some of engine 26.1) at every change of this program.',
  mark: 'The real Swarm does this, too.',
  all: 'More of that kind',
  surprising: 'Surprising, and real',
  notReal: 'Not real, and known',
  readme: 'README.md, “What is faithful, and what is not”, says more.',
  quirks: {
    'no-way-back':
      'Nothing moves back to a node that returns: tasks come to it only when new ones are placed. docker service update --force spreads them anew.',
    'last-seen-counted': 'docker service ls counts tasks that were last seen running on a node that is down: so there can be more than were wanted.',
    'uneven-walk':
      'Many tasks placed at once do not even out: the scheduler walks over the nodes as they ranked at the beginning. Nodes with 0, 0 and 10 tasks and ten more give 9, 1 and 10.',
    'history-counts-running': 'The history limit counts the task that runs: with 5, at most four old ones are kept.',
    'no-such-container': 'After an engine was started again, the tasks that ran there have failed with “No such container”.',
    'global-too-large': 'A task of a global service that is larger than its node is rejected and made anew, for ever.',
    'global-job-restarts': 'MaxAttempts and the restart condition none do not stop a global job from starting again.',
    'rollback-of-rollback': 'A rollback whose own failure action is rollback ends as completed, even when it failed.',
    'demoted-member': 'A manager that is demoted while nobody leads can stay a member of Raft for ever, and counts for the quorum.',
  } satisfies { readonly [quirk in Quirk]: string },
  differs: {
    containers: 'Containers are simulated: an image has a behaviour, no code of it is run.',
    images: 'Images come from a catalogue of well-known names; nothing is downloaded.',
    certificates: 'Certificates and keys are shaped like real ones, without cryptography behind them.',
    order: 'Where the real engine’s order is random, here the run’s seed fixes it.',
    clocks: 'All hosts share one virtual clock in whole milliseconds: there is no clock skew.',
    absent: 'Cluster volumes (CSI), plugins and Windows nodes are not there.',
    refused: 'When a container starts nobody looks whether a net.* sysctl exists, or whether a limit is beyond the host’s own.',
    time: 'Typing takes no virtual time.',
  } satisfies { readonly [what in Differs]: string },
};

export type QuirkWords = typeof en;

const ptBr: QuirkWords = {
  title: 'O que é real aqui',
  lead: 'O que o orquestrador faz e o que o docker imprime são comparados com gravações de um Swarm real (engine e CLI 28.2, algumas da engine 26.1) a cada mudança deste programa.',
  mark: 'O Swarm real também faz isto.',
  all: 'Mais desse tipo',
  surprising: 'Surpreendente, e real',
  notReal: 'Não é real, e se sabe',
  readme: 'O README.md, em “What is faithful, and what is not”, diz mais.',
  quirks: {
    'no-way-back': 'Nada volta para um nó que retorna: ele só recebe tarefas quando novas são alocadas. docker service update --force as distribui de novo.',
    'last-seen-counted': 'docker service ls conta tarefas vistas pela última vez rodando em um nó que caiu: por isso pode haver mais do que se pediu.',
    'uneven-walk':
      'Muitas tarefas alocadas de uma vez não se equilibram: o agendador percorre os nós na ordem que tinham no começo. Nós com 0, 0 e 10 tarefas e mais dez dão 9, 1 e 10.',
    'history-counts-running': 'O limite do histórico conta a tarefa que roda: com 5, ficam no máximo quatro antigas.',
    'no-such-container': 'Depois que uma engine volta, as tarefas que rodavam nela falharam com “No such container”.',
    'global-too-large': 'Uma tarefa de serviço global maior que o nó é rejeitada e refeita, para sempre.',
    'global-job-restarts': 'MaxAttempts e a condição none não impedem um job global de recomeçar.',
    'rollback-of-rollback': 'Um rollback cuja própria ação em caso de falha é rollback termina como concluído, mesmo tendo falhado.',
    'demoted-member': 'Um gerente rebaixado enquanto ninguém lidera pode continuar membro do Raft para sempre, e conta para o quórum.',
  },
  differs: {
    containers: 'Os contêineres são simulados: uma imagem tem um comportamento, nenhum código dela é executado.',
    images: 'As imagens vêm de um catálogo de nomes conhecidos; nada é baixado.',
    certificates: 'Certificados e chaves têm a forma dos reais, sem criptografia por trás.',
    order: 'Onde a ordem da engine real é aleatória, aqui a semente da execução a fixa.',
    clocks: 'Todas as máquinas partilham um relógio virtual em milissegundos inteiros: não há diferença de relógios.',
    absent: 'Volumes de cluster (CSI), plugins e nós Windows não existem aqui.',
    refused: 'Quando um contêiner inicia, ninguém verifica se um sysctl net.* existe, nem se um limite passa dos da própria máquina.',
    time: 'Digitar não toma tempo virtual.',
  },
};

const WORDS: { readonly [locale in Locale]: QuirkWords } = { en, 'pt-BR': ptBr };

/** What is said about faithfulness, in the chosen language; it comes with the panels that say it, after the first picture. */
export function useQuirkWords(): QuirkWords {
  return WORDS[useSettings((settings) => settings.locale)];
}
