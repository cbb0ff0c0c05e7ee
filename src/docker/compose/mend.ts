import type { StackSection } from './schema-place.ts';

/** What would mend a finding, in terms of the file's values; `make-fixes.ts` turns it into edits of the text. Paths are whole. */
export type Mend =
  /** The key of the finding's path gets another name. */
  | { readonly kind: 'rename-key'; readonly to: string }
  /** The finding's key moves with all below it into another mapping, which is made where it is missing. */
  | { readonly kind: 'move-key'; readonly path: readonly string[]; readonly under: readonly string[] }
  /** The scalar at the finding's path is written in another way. */
  | { readonly kind: 'replace-value'; readonly text: string }
  /** The scalar at the finding's path is put in quotes as it stands. */
  | { readonly kind: 'quote-value' }
  /** Dollar signs that begin no variable are doubled. */
  | { readonly kind: 'escape-dollars' }
  /** The scalar becomes the only item of a list. */
  | { readonly kind: 'wrap-in-list' }
  /** The mapping becomes the list of its keys. */
  | { readonly kind: 'list-of-keys' }
  | { readonly kind: 'remove-key' }
  /** The item goes, because it is written as the item `first` is. */
  | { readonly kind: 'remove-item'; readonly first: number }
  /** A first key in the mapping at the finding's path. */
  | { readonly kind: 'insert-first'; readonly key: string; readonly value: string }
  /** The finding's key is removed, and another one written instead, elsewhere. */
  | { readonly kind: 'replace-key'; readonly under: readonly string[]; readonly key: string; readonly value: string }
  /** An entry in a section at the top of the file. */
  | { readonly kind: 'define'; readonly section: Exclude<StackSection, 'services'>; readonly name: string; readonly external: boolean }
  | { readonly kind: 'set-version'; readonly version: string }
  /** `external: {name: X}` becomes `external: true` and `name: X`. */
  | { readonly kind: 'external-name'; readonly name: string };
