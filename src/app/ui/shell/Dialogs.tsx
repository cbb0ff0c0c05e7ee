import { lazy } from 'react';
import { messages } from '../../i18n/messages.ts';
import { startOver } from '../../world/open.ts';
import { type DialogName, useSession } from '../../world/session.ts';
import { CommandPalette } from '../dialogs/CommandPalette.tsx';
import { HelpSheet } from '../dialogs/HelpSheet.tsx';
import { SettingsDialog } from '../dialogs/SettingsDialog.tsx';
import { ShareDialog } from '../dialogs/ShareDialog.tsx';
import { ConfirmQuestion } from '../kit/Confirm.tsx';

const ExamplesDialog = lazy(() => import('../incoming/ExamplesDialog.tsx').then((module) => ({ default: module.ExamplesDialog })));
const OpenAddressDialog = lazy(() => import('../incoming/OpenAddressDialog.tsx').then((module) => ({ default: module.OpenAddressDialog })));

/** The dialog that is open. Loaded when the first one opens. */
export function Dialogs({ dialog }: { readonly dialog: NonNullable<DialogName> }) {
  const close = (): void => useSession.setState((session) => (session.dialog === dialog ? { dialog: undefined } : {}));
  switch (dialog) {
    case 'palette':
      return <CommandPalette onClose={close} />;
    case 'help':
      return <HelpSheet onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'share':
      return <ShareDialog onClose={close} />;
    case 'examples':
      return <ExamplesDialog onClose={close} />;
    case 'open-address':
      return <OpenAddressDialog onClose={close} />;
    case 'start-over':
      return <ConfirmQuestion title={messages().top.startOver} question={messages().top.startOverAsk} onYes={startOver} onClose={close} />;
  }
}
