import type { SchemaDoc } from './schema-node.ts';
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
  'not-a-mapping': { en: 'A stack file begins with keys such as services:.', pt: 'Um arquivo de stack começa com chaves como services:.' },
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
  'unknown-key': { en: 'This key is not known here.', pt: 'Esta chave não é conhecida aqui.' },
  'later-version': { en: 'A later version of the format knows this key.', pt: 'Uma versão posterior do formato conhece esta chave.' },
  'move-to-deploy': { en: 'This key belongs under deploy:.', pt: 'Esta chave fica dentro de deploy:.' },
  'missing-key': { en: 'A key that is needed is missing.', pt: 'Falta uma chave necessária.' },
  'duplicate-item': { en: 'Each item may stand only once.', pt: 'Cada item só pode aparecer uma vez.' },
  'duration-unit': { en: 'Write a duration with its unit: 10s, 1m30s.', pt: 'Escreva a duração com unidade: 10s, 1m30s.' },
  'port-format': { en: 'Write ports as "8080:80" or "8080:80/udp".', pt: 'Escreva portas como "8080:80" ou "8080:80/udp".' },
  'allowed-words': { en: 'Only certain words are allowed here.', pt: 'Só certas palavras são aceitas aqui.' },
  'forbidden-key': { en: 'Docker Swarm does not accept this key.', pt: 'O Docker Swarm não aceita esta chave.' },
  'required-variable': { en: 'Set this variable before deploying.', pt: 'Defina esta variável antes do deploy.' },
  'bad-variable': { en: 'Write a dollar sign as $$, a variable as ${NAME}.', pt: 'Escreva um cifrão como $$ e uma variável como ${NOME}.' },
  'bad-value': { en: 'Docker cannot use this value.', pt: 'O Docker não consegue usar este valor.' },
  'missing-image': { en: 'Every service needs an image.', pt: 'Todo serviço precisa de uma imagem.' },
  'bad-image': { en: 'This is not the name of an image.', pt: 'Isto não é o nome de uma imagem.' },
  'undefined-network': { en: 'Define this network under networks: at the end of the file.', pt: 'Defina esta rede em networks: no fim do arquivo.' },
  'undefined-volume': { en: 'Define this volume under volumes: at the end of the file.', pt: 'Defina este volume em volumes: no fim do arquivo.' },
  'undefined-secret': { en: 'Define this secret under secrets: at the end of the file.', pt: 'Defina este segredo em secrets: no fim do arquivo.' },
  'undefined-config': { en: 'Define this config under configs: at the end of the file.', pt: 'Defina este config em configs: no fim do arquivo.' },
  'deploy-error': { en: 'Deploying this service would fail.', pt: 'O deploy deste serviço falharia.' },
  'ignored-key': { en: 'A swarm ignores this key.', pt: 'Um swarm ignora esta chave.' },
  'deprecated-key': { en: 'This key has no effect any more.', pt: 'Esta chave já não tem efeito.' },
  'dropped-key': { en: 'A swarm drops this key without a word.', pt: 'Um swarm descarta esta chave sem aviso.' },
  'outdated-external': { en: 'Write external: true and name: instead.', pt: 'Escreva external: true e name: em vez disso.' },
  'one-letter-volume': {
    en: 'One letter before a colon is taken for a Windows drive: use a longer name.',
    pt: 'Uma letra antes de dois-pontos é tomada por unidade do Windows: use um nome mais longo.',
  },
  'address-ignored': { en: 'A swarm publishes on all addresses of a node.', pt: 'Um swarm publica em todos os endereços de um nó.' },
  unused: { en: 'No service uses this.', pt: 'Nenhum serviço usa isto.' },
} as const satisfies { readonly [key: string]: SchemaDoc };

export type StackHint = keyof typeof stackHints;

/** What a fix does, in the words of its menu entry. The keys are the `title` of a `StackFix`. */
export const stackFixTitles = {
  'spaces-for-tabs': { en: 'Replace the tabs with spaces', pt: 'Trocar as tabulações por espaços' },
} as const satisfies { readonly [key: string]: SchemaDoc };

export type StackFixTitle = keyof typeof stackFixTitles;

/** A hint or a title with its words filled in. */
export function fillWords(text: string, words: HintWords): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
