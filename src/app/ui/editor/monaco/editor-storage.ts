/** An event that never comes. */
const never = (): { dispose: () => void } => ({ dispose: () => {} });
const kept = new Map<string, unknown>([
  ['expandSuggestionDocs', true],
  // Narrower than Monaco's own: keys are short, and the stage lies beneath.
  ['suggestWidget.size/vs.editor.ICodeEditor/false', '{"width":290,"height":312}'],
]);
const get = (key: string, _scope: unknown, fallback: unknown): unknown => kept.get(key) ?? fallback;

/** What Monaco keeps between two suggestions: for as long as the page lives. Descriptions are open until somebody closes them. */
export const editorStorage = {
  onDidChangeValue: () => never,
  onDidChangeTarget: never,
  onWillSaveState: never,
  get,
  getBoolean: get,
  getNumber: get,
  getObject: get,
  store: (key: string, value: unknown): void => void kept.set(key, value),
  storeAll: (): void => {},
  remove: (key: string): void => void kept.delete(key),
  keys: (): string[] => [],
  isNew: (): boolean => false,
  flush: async (): Promise<void> => {},
};
