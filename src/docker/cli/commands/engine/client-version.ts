import type { JsonObject } from '../../../../base/json.ts';
import type { CommandContext } from '../../command.ts';
import { currentContext } from '../context/context-store.ts';

/** What this command line says of itself: the real docker 28.2.2, and the context in use. */
export const clientVersionJson = (context: CommandContext): JsonObject => ({
  Version: '28.2.2',
  DefaultAPIVersion: '1.50',
  GitCommit: 'e6534b4',
  GoVersion: 'go1.24.3',
  Os: 'linux',
  Arch: 'amd64',
  BuildTime: 'Fri May 30 12:07:14 2025',
  Context: currentContext(context),
});
