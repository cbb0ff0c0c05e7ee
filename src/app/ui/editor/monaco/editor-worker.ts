// Monaco's own worker, as a file of this page.
import 'monaco-editor/editor/editor.worker';
