/** Stands in. */
export function EditorPanel() {
  return null;
}
