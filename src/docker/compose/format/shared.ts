import { commandForm, durationForm, environmentForm, hostsForm, labelsForm, sizeForm, textListForm, textMapForm } from '../short-forms.ts';
import { formatted, type Kind, list, mapping, optional, read, text, written } from './kind.ts';
import { anyName, type SchemaNode } from './schema-node.ts';

/** A Go duration, in nanoseconds. */
export const duration = read(formatted('duration'), 'duration', 'int64', durationForm);

/** A size such as `50M`, in bytes. */
export const size = read({ types: ['string'] }, 'bytes', 'int64', sizeForm);

/** A number that may have a fraction. */
export const float = read({ types: ['number'] }, 'float', 'float32');

export const texts = list(text);
export const uniqueTexts = list(text, { unique: true });

/** `K: V` or `K=V`. */
const pairs: SchemaNode = {
  oneOf: [{ types: ['object'], named: { pattern: /.+/, node: { types: ['string', 'number', 'null'] } }, closed: true }, uniqueTexts.schema],
};

/** One text, or a list of different ones. */
export const textOrList: Kind<readonly string[] | undefined> = written(list(text, { hook: textListForm }), { oneOf: [text.schema, uniqueTexts.schema] });

/** A text that is split into words, or a list. */
export const command = written(list(text, { merge: 'replace', hook: commandForm }), { oneOf: [text.schema, texts.schema] });

export const hosts = written(list(text, { hook: hostsForm }), pairs);
export const labels = written(mapping(text, /.+/, { hook: labelsForm }), pairs);
export const environment = written(mapping(optional(text), /.+/, { hook: environmentForm }), pairs);

/** Options of a driver. */
export const options = written(mapping(text, anyName, { hook: textMapForm }), {
  types: ['object'],
  named: { pattern: anyName, node: { types: ['string', 'number'] } },
});
