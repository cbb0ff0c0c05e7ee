import type { NodeRole } from '../../../api/specs.ts';
import type { CommandBody } from '../../command.ts';
import { changeNode } from './update.ts';

/** Gives nodes a role; stops at the first error. */
const changeRole =
  (role: NodeRole, done: (ref: string) => string): CommandBody =>
  async (context, _flags, args) => {
    for (const ref of args) {
      let id = '';
      const changed = await changeNode(context, ref, (node) => {
        id = node.ID;
        return node.Spec.Role === role ? undefined : { ...node.Spec, Role: role };
      });
      context.stdout.write(changed ? done(ref) : `Node ${id} is already a ${role}.\n`);
    }
    return 0;
  };

/** `docker node promote`. */
export const nodePromote = changeRole('manager', (ref) => `Node ${ref} promoted to a manager in the swarm.\n`);

/** `docker node demote`. */
export const nodeDemote = changeRole('worker', (ref) => `Manager ${ref} demoted in the swarm.\n`);
