import { lazy } from 'react';
import { type DialogName, useSession } from '../../world/session.ts';
import { BranchesDialog } from '../dialogs/BranchesDialog.tsx';
import { CommandPalette } from '../dialogs/CommandPalette.tsx';
import { CompareDialog } from '../dialogs/CompareDialog.tsx';
import { HelpSheet } from '../dialogs/HelpSheet.tsx';
import { NewClusterDialog } from '../dialogs/NewClusterDialog.tsx';
import { SettingsDialog } from '../dialogs/SettingsDialog.tsx';
import { ShareDialog } from '../dialogs/ShareDialog.tsx';

const ExamplesDialog = lazy(() => import('../incoming/ExamplesDialog.tsx').then((module) => ({ default: module.ExamplesDialog })));
const FaithfulDialog = lazy(() => import('../dialogs/FaithfulDialog.tsx').then((module) => ({ default: module.FaithfulDialog })));
const OpenAddressDialog = lazy(() => import('../incoming/OpenAddressDialog.tsx').then((module) => ({ default: module.OpenAddressDialog })));

/** The dialog that is open. Loaded when the first one opens. */
export function Dialogs({ dialog }: { readonly dialog: NonNullable<DialogName> }) {
  const close = (): void => useSession.setState((session) => (session.dialog === dialog ? { dialog: undefined, compared: undefined, shareTab: 'link' } : {}));
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
    case 'faithful':
      return <FaithfulDialog onClose={close} />;
    case 'branches':
      return <BranchesDialog onClose={close} />;
    case 'compare':
      return <CompareDialog onClose={close} />;
    case 'new-cluster':
      return <NewClusterDialog onClose={close} />;
  }
}
