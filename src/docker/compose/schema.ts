import { flag, key, oneOfWords, openRecord, options, pairs, record, type SchemaNode, text, texts, userName } from './schema-node.ts';
import { serviceSchema } from './schema-service.ts';

const external: SchemaNode = {
  types: ['boolean', 'object'],
  closed: true,
  properties: { name: key(text, 'Its name outside (outdated: use name).', 'Seu nome fora (antigo: use name).') },
};
const openExternal: SchemaNode = { ...external, closed: false };
const externalKey = key(external, 'Exists already; the stack does not create it.', 'Já existe; a stack não o cria.');
const openExternalKey = key(openExternal, 'Exists already; the stack does not create it.', 'Já existe; a stack não o cria.');
const labels = key(pairs, 'Labels of the object.', 'Rótulos do objeto.');
const nameKey = (since: number) => key(text, 'Its name in the swarm, without the stack in front.', 'Seu nome no swarm, sem a stack na frente.', since);

const networkSchema: SchemaNode = {
  types: ['object', 'null'],
  closed: true,
  extensionsSince: 7,
  properties: {
    name: nameKey(5),
    driver: key(oneOfWords('overlay'), 'Network driver; overlay if not given.', 'Driver da rede; overlay se omitido.'),
    driver_opts: key(options, 'Options for the driver, e.g. encrypted.', 'Opções do driver, por exemplo encrypted.'),
    ipam: key(
      record({
        driver: key(text, 'Who hands out addresses.', 'Quem distribui os endereços.'),
        config: key(
          {
            types: ['array'],
            items: record({ subnet: key(text, 'Addresses of the network, e.g. 10.1.0.0/24.', 'Endereços da rede, por exemplo 10.1.0.0/24.') }),
          },
          'Subnets of the network.',
          'Sub-redes da rede.',
        ),
      }),
      'Addresses of the network.',
      'Endereços da rede.',
    ),
    external: externalKey,
    internal: key(flag, 'No way out to the world.', 'Sem saída para o mundo.'),
    attachable: key(flag, 'Single containers may join too.', 'Contêineres avulsos também podem entrar.', 2),
    labels: { ...labels, since: 1 },
  },
};
const segments: SchemaNode = {
  types: ['array'],
  items: openRecord({ segments: key(pairs, 'Topology labels.', 'Rótulos de topologia.') }),
};
const clusterSpec: SchemaNode = openRecord({
  group: key(text, 'Group of the volume.', 'Grupo do volume.'),
  access_mode: key(
    openRecord({
      scope: key(oneOfWords('single', 'multi'), 'Nodes that may use it at once.', 'Nós que podem usá-lo ao mesmo tempo.'),
      sharing: key(oneOfWords('none', 'readonly', 'onewriter', 'all'), 'How tasks share it.', 'Como as tarefas o compartilham.'),
      block_volume: key({ types: ['object'] }, 'Use as a block device.', 'Usar como dispositivo de bloco.'),
      mount_volume: key(
        openRecord({
          fs_type: key(text, 'File system.', 'Sistema de arquivos.'),
          mount_flags: key(texts, 'Mount options.', 'Opções de montagem.'),
        }),
        'Use as a file system.',
        'Usar como sistema de arquivos.',
      ),
    }),
    'How tasks may use it.',
    'Como as tarefas podem usá-lo.',
  ),
  accessibility_requirements: key(
    openRecord({
      requisite: key(segments, 'Where it must be.', 'Onde precisa estar.'),
      preferred: key(segments, 'Where it should be.', 'Onde deveria estar.'),
    }),
    'Where in the cluster it must be reachable.',
    'Onde no cluster precisa ser alcançável.',
  ),
  capacity_range: key(
    openRecord({ required_bytes: key(text, 'At least, e.g. 10G.', 'No mínimo, por exemplo 10G.'), limit_bytes: key(text, 'At most.', 'No máximo.') }),
    'Size of the volume.',
    'Tamanho do volume.',
  ),
  availability: key(oneOfWords('active', 'pause', 'drain'), 'Whether tasks may use it.', 'Se as tarefas podem usá-lo.'),
});

const volumeSchema: SchemaNode = {
  types: ['object', 'null'],
  closed: true,
  extensionsSince: 7,
  properties: {
    name: nameKey(4),
    driver: key(oneOfWords('local'), 'Volume driver.', 'Driver do volume.'),
    driver_opts: key(options, 'Options for the driver.', 'Opções do driver.'),
    external: externalKey,
    labels: { ...labels, since: 1 },
    'x-cluster-spec': key(clusterSpec, 'Settings of a cluster volume (CSI).', 'Ajustes de um volume de cluster (CSI).', 10),
  },
};

const fileKey = key(text, 'File with the content.', 'Arquivo com o conteúdo.');
const templateDriver = key(oneOfWords('golang'), 'Fill in templates in the content.', 'Preencher modelos no conteúdo.', 8);

const secretSchema: SchemaNode = {
  types: ['object'],
  closed: true,
  extensionsSince: 7,
  properties: {
    name: nameKey(5),
    file: fileKey,
    external: openExternalKey,
    labels,
    driver: key(text, 'Driver that provides the content.', 'Driver que fornece o conteúdo.', 8),
    driver_opts: key(options, 'Options for the driver.', 'Opções do driver.', 8),
    template_driver: templateDriver,
  },
};

const configSchema: SchemaNode = {
  types: ['object'],
  closed: true,
  extensionsSince: 7,
  properties: { name: nameKey(5), file: fileKey, external: openExternalKey, labels, template_driver: templateDriver },
};

const section = (node: SchemaNode): SchemaNode => ({ types: ['object'], closed: true, named: { pattern: userName, node } });

const versions = ['"3.8"', ...Array.from({ length: 14 }, (_, minor) => `"3.${minor}"`).filter((version) => version !== '"3.8"')];

/** The newest version of the format, which also stands for a missing version and for `"3"`. */
export const newestMinor = 13;

/** The whole stack file (docker/cli cli/compose/schema, versions 3.0 to 3.13). */
export const rootSchema: SchemaNode = {
  types: ['object'],
  closed: true,
  extensionsSince: 4,
  properties: {
    version: key({ types: ['string'], suggestions: versions }, 'Version of the format, in quotes.', 'Versão do formato, entre aspas.'),
    services: key(section(serviceSchema), 'What runs.', 'O que é executado.'),
    networks: key({ types: ['object'], named: { pattern: userName, node: networkSchema } }, 'Networks of the stack.', 'Redes da stack.'),
    volumes: key(section(volumeSchema), 'Named volumes.', 'Volumes com nome.'),
    secrets: key(section(secretSchema), 'Secrets of the stack.', 'Segredos da stack.', 1),
    configs: key(section(configSchema), 'Configs of the stack.', 'Configs da stack.', 3),
  },
};
