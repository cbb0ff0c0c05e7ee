import type { SchemaDoc } from './stack-docs.ts';
import type { HintWords } from './stack-problem.ts';

/** What to do about a problem of a stack file, in our own words. The keys are the `hint` of `checkStack`. */
export const stackHints = {
  'tab-indent': {
    en: 'Indent with spaces: YAML does not allow tabs here.',
    pt: 'Recue com espaços: o YAML não aceita tabulações aqui.',
  },
  'yaml-indent': {
    en: 'Keys of one mapping must begin in the same column.',
    pt: 'As chaves de um mesmo mapeamento devem começar na mesma coluna.',
  },
  'yaml-colon': {
    en: 'A value that contains a colon and a blank needs quotes; or a line above lacks its colon.',
    pt: 'Um valor com dois-pontos e espaço precisa de aspas; ou falta os dois-pontos numa linha acima.',
  },
  'yaml-bracket': { en: 'A bracket that was opened is not closed.', pt: 'Um colchete ou chave aberto não foi fechado.' },
  'yaml-quote': { en: 'A quote that was opened is not closed.', pt: 'Uma aspa aberta não foi fechada.' },
  'yaml-quote-value': { en: 'Put this value in quotes.', pt: 'Ponha este valor entre aspas.' },
  'yaml-syntax': { en: 'This is not valid YAML.', pt: 'Isto não é YAML válido.' },
  'duplicate-key': { en: 'Each key may stand only once in a mapping.', pt: 'Cada chave só pode aparecer uma vez num mapeamento.' },
  'unknown-anchor': { en: 'No anchor with this name stands before.', pt: 'Nenhuma âncora com este nome aparece antes.' },
  'alias-bomb': {
    en: 'Aliases of aliases make this file too large when it is read: write out what is needed.',
    pt: 'Aliases de aliases tornam este arquivo grande demais ao ser lido: escreva o que é preciso.',
  },
  'alias-cycle': { en: 'An anchor must not hold its own alias.', pt: 'Uma âncora não pode conter o próprio alias.' },
  'nested-too-deep': { en: 'Too many levels lie within each other.', pt: 'Há níveis demais uns dentro dos outros.' },
  'not-a-mapping': { en: 'A stack file begins with keys such as services:.', pt: 'Um arquivo de stack começa com chaves como services:.' },
  'control-character': {
    en: 'Remove this invisible character, or write it as an escape in double quotes: "\\u0007".',
    pt: 'Remova este caractere invisível, ou escreva-o como escape entre aspas duplas: "\\u0007".',
  },
  'missing-file': { en: 'Make the file {file} beside this one.', pt: 'Crie o arquivo {file} ao lado deste.' },
  'too-large': { en: 'Split it into several files, or put data into configs.', pt: 'Divida-o em vários arquivos, ou ponha dados em configs.' },
  'text-keys': { en: 'Keys must be text: put this one in quotes.', pt: 'As chaves devem ser texto: ponha esta entre aspas.' },
  'known-version': { en: 'Use a version from "3.0" to "3.13", or none.', pt: 'Use uma versão de "3.0" a "3.13", ou nenhuma.' },
  'quote-version': { en: 'Put the version in quotes.', pt: 'Ponha a versão entre aspas.' },
  'quote-cpus': { en: 'Put the number in quotes: here a text is expected.', pt: 'Ponha o número entre aspas: aqui se espera um texto.' },
  'quote-text': { en: 'Put this value in quotes: here a text is expected.', pt: 'Ponha este valor entre aspas: aqui se espera um texto.' },
  'unquote-number': { en: 'Write the number without quotes.', pt: 'Escreva o número sem aspas.' },
  'needs-number': { en: 'Here a number is expected.', pt: 'Aqui se espera um número.' },
  'yes-no-boolean': { en: 'Write true or false: yes, no, on and off are texts.', pt: 'Escreva true ou false: yes, no, on e off são textos.' },
  'needs-mapping': { en: 'Here a mapping is expected: lines with key: value.', pt: 'Aqui se espera um mapeamento: linhas com chave: valor.' },
  'needs-list': { en: 'Here a list is expected: lines that begin with a dash.', pt: 'Aqui se espera uma lista: linhas que começam com um traço.' },
  'wrong-type': { en: 'This kind of value is not expected here.', pt: 'Este tipo de valor não é esperado aqui.' },
  'unknown-key-near': { en: 'Not known here; {near} is probably meant.', pt: 'Não é conhecida aqui; provavelmente é {near}.' },
  'unknown-key': { en: 'This key is not known here.', pt: 'Esta chave não é conhecida aqui.' },
  'later-version': { en: 'The format knows this key from version {since} on.', pt: 'O formato conhece esta chave a partir da versão {since}.' },
  'belongs-under': { en: 'This key belongs under {place}:.', pt: 'Esta chave fica dentro de {place}:.' },
  'indent-under-service': {
    en: '{key}: stands beside the services; it belongs inside of {service}:, further to the right.',
    pt: '{key}: está ao lado dos serviços; fica dentro de {service}:, mais à direita.',
  },
  'too-deep': {
    en: '{key}: is a key of the service: move it out of {inside}:, further to the left.',
    pt: '{key}: é uma chave do serviço: tire-a de {inside}:, mais à esquerda.',
  },
  'needs-services': { en: 'Services stand under services:, indented.', pt: 'Serviços ficam dentro de services:, recuados.' },
  'missing-key': { en: 'The key {key}: is needed here.', pt: 'Aqui é preciso a chave {key}:.' },
  'duplicate-item': { en: 'Each item may stand only once.', pt: 'Cada item só pode aparecer uma vez.' },
  'list-of-names': {
    en: 'In a stack file this is a list of names, without conditions.',
    pt: 'Em um arquivo de stack isto é uma lista de nomes, sem condições.',
  },
  'size-unit': { en: 'Write a size with its unit: 50M, 1G.', pt: 'Escreva o tamanho com unidade: 50M, 1G.' },
  'cpus-number': { en: 'Write CPUs as a number in quotes: "0.5" is half a CPU.', pt: 'Escreva as CPUs como número entre aspas: "0.5" é meia CPU.' },
  'duration-unit': { en: 'Write a duration with its unit: 10s, 1m30s.', pt: 'Escreva a duração com unidade: 10s, 1m30s.' },
  'port-format': { en: 'Write ports as "8080:80" or "8080:80/udp".', pt: 'Escreva portas como "8080:80" ou "8080:80/udp".' },
  'volume-format': {
    en: 'Write volumes as name:/path or ./folder:/path, with :ro behind it where nothing is written.',
    pt: 'Escreva volumes como nome:/caminho ou ./pasta:/caminho, com :ro no fim quando nada é escrito.',
  },
  'constraint-format': {
    en: 'Write a constraint with == or !=: node.role == worker.',
    pt: 'Escreva uma restrição com == ou !=: node.role == worker.',
  },
  'allowed-words': { en: 'Only these words are allowed here: {words}.', pt: 'Aqui só se aceitam estas palavras: {words}.' },
  'forbidden-key': { en: 'Docker Swarm does not accept this key.', pt: 'O Docker Swarm não aceita esta chave.' },
  'required-variable': { en: 'Set this variable before deploying.', pt: 'Defina esta variável antes do deploy.' },
  'bad-variable': { en: 'Write a dollar sign as $$, a variable as ${NAME}.', pt: 'Escreva um cifrão como $$ e uma variável como ${NOME}.' },
  'bad-value': { en: 'Docker cannot use this value.', pt: 'O Docker não consegue usar este valor.' },
  'missing-image': { en: 'Every service needs an image.', pt: 'Todo serviço precisa de uma imagem.' },
  'bad-image': { en: 'This is not the name of an image.', pt: 'Isto não é o nome de uma imagem.' },
  'undefined-network': {
    en: 'Define the network {name} under networks: at the top level of the file.',
    pt: 'Defina a rede {name} em networks: no primeiro nível do arquivo.',
  },
  'undefined-volume': {
    en: 'Define the volume {name} under volumes: at the top level of the file.',
    pt: 'Defina o volume {name} em volumes: no primeiro nível do arquivo.',
  },
  'undefined-secret': {
    en: 'Define the secret {name} under secrets: at the top level of the file.',
    pt: 'Defina o segredo {name} em secrets: no primeiro nível do arquivo.',
  },
  'undefined-config': {
    en: 'Define the config {name} under configs: at the top level of the file.',
    pt: 'Defina o config {name} em configs: no primeiro nível do arquivo.',
  },
  'deploy-error': { en: 'Deploying this service would fail.', pt: 'O deploy deste serviço falharia.' },
  'ignored-key': { en: 'A swarm ignores this key.', pt: 'Um swarm ignora esta chave.' },
  'deprecated-key': { en: 'This key has no effect any more.', pt: 'Esta chave já não tem efeito.' },
  'dropped-key': { en: 'A swarm drops this key without a word.', pt: 'Um swarm descarta esta chave sem aviso.' },
  'outdated-external': { en: 'Write external: true and name: instead.', pt: 'Escreva external: true e name: em vez disso.' },
  'one-letter-volume': {
    en: 'One letter before a colon is taken for a Windows drive: use a longer name.',
    pt: 'Uma letra antes de dois-pontos é tomada por unidade do Windows: use um nome mais longo.',
  },
  'port-quotes': {
    en: 'Put this port in quotes: other readers of YAML take it for a number of base 60.',
    pt: 'Ponha esta porta entre aspas: outros leitores de YAML a tomam por um número de base 60.',
  },
  'replicas-of-global': {
    en: 'A global service has one task on every node, and no replicas.',
    pt: 'Um serviço global tem uma tarefa em cada nó, e não tem réplicas.',
  },
  'address-ignored': { en: 'A swarm publishes on all addresses of a node.', pt: 'Um swarm publica em todos os endereços de um nó.' },
  unused: { en: 'No service uses this.', pt: 'Nenhum serviço usa isto.' },
} as const satisfies { readonly [key: string]: SchemaDoc };

export type StackHint = keyof typeof stackHints;

/** What a fix does, in the words of its menu entry. The keys are the `title` of a `StackFix`. */
export const stackFixTitles = {
  'spaces-for-tabs': { en: 'Replace the tabs with spaces', pt: 'Trocar as tabulações por espaços' },
  indent: { en: 'Indent the line like the keys around it', pt: 'Recuar a linha como as chaves vizinhas' },
  'quote-value': { en: 'Put the value in quotes', pt: 'Pôr o valor entre aspas' },
  'space-behind-colon': { en: 'Put a space behind the colon', pt: 'Pôr um espaço depois dos dois-pontos' },
  'write-instead': { en: 'Write {text}', pt: 'Escrever {text}' },
  'write-under': { en: 'Write {text} instead', pt: 'Escrever {text} em vez disso' },
  'move-under': { en: 'Move it under {place}:', pt: 'Mover para dentro de {place}:' },
  'list-of-names': { en: 'Make it a list of names', pt: 'Transformar em lista de nomes' },
  remove: { en: 'Remove {text}', pt: 'Remover {text}' },
  add: { en: 'Add {text}', pt: 'Acrescentar {text}' },
  define: { en: 'Define {name} under {section}:', pt: 'Definir {name} em {section}:' },
  'define-external': { en: 'Define {name} under {section}: as external', pt: 'Definir {name} em {section}: como externo' },
  'define-from-file': { en: 'Define {name} under {section}:, from a file', pt: 'Definir {name} em {section}:, de um arquivo' },
} as const satisfies { readonly [key: string]: SchemaDoc };

export type StackFixTitle = keyof typeof stackFixTitles;

/** A hint or a title with its words filled in. */
export function fillWords(text: string, words: HintWords): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
