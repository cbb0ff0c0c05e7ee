import { useEffect } from 'react';
import { messages } from '../../i18n/messages.ts';
import { useSession } from '../../world/session.ts';

/** What comes into the page from outside: dropped and pasted files, pasted texts, and the file that an address asks for (`?stack=`). */
export function useIncoming(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      dataset['dropping'] = messages().stage.drop;
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) delete dataset['dropping'];
    };
    const drop = (event: DragEvent): void => {
      delete dataset['dropping'];
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void import('../../world/open-files.ts').then(({ takeFiles }) => takeFiles(files));
    };
    const paste = (event: ClipboardEvent): void => {
      if (
        event.defaultPrevented ||
        (event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable], .monaco-editor, [role="dialog"]'))
      )
        return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text') ?? '';
      void import('../../world/open-files.ts').then(({ takeFiles, takePastedText }) => (files.length > 0 ? takeFiles(files) : takePastedText(text)));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    if (new URLSearchParams(location.search).has('stack')) useSession.setState({ dialog: 'open-address' });
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, []);
}
