import type { EngineRequest } from '../../docker/api/client.ts';

/** An endpoint of the Engine API, with the parameters that it looks at. */
export interface Endpoint {
  readonly method: EngineRequest['method'];
  /** `{x}` stands for a name or an id. */
  readonly path: string;
  readonly query: readonly string[];
}

const TABLE = `
GET /_ping
HEAD /_ping
GET /version
GET /info
GET /system/df type
GET /events filters since until
GET /plugins filters
GET /plugins/{x}/json
POST /auth
POST /build/prune filters all keep-storage
POST /swarm/init
POST /swarm/join
POST /swarm/leave force
GET /swarm
POST /swarm/update version rotateWorkerToken rotateManagerToken rotateManagerUnlockKey
GET /swarm/unlockkey
POST /swarm/unlock
GET /nodes filters
GET /nodes/{x}
DELETE /nodes/{x} force
POST /nodes/{x}/update version
GET /services filters status
POST /services/create
GET /services/{x} insertDefaults
POST /services/{x}/update version registryAuthFrom rollback
DELETE /services/{x}
GET /services/{x}/logs stdout stderr follow since timestamps tail details
GET /tasks filters
GET /tasks/{x}
GET /tasks/{x}/logs stdout stderr follow since timestamps tail details
GET /configs filters
POST /configs/create
GET /configs/{x}
DELETE /configs/{x}
POST /configs/{x}/update version
GET /secrets filters
POST /secrets/create
GET /secrets/{x}
DELETE /secrets/{x}
POST /secrets/{x}/update version
GET /networks filters
POST /networks/create
POST /networks/prune filters
GET /networks/{x} verbose scope
DELETE /networks/{x}
POST /networks/{x}/connect
POST /networks/{x}/disconnect
GET /volumes filters
POST /volumes/create
POST /volumes/prune filters
GET /volumes/{x}
DELETE /volumes/{x} force
GET /containers/json all limit size filters
POST /containers/create name platform
POST /containers/prune filters
GET /containers/{x}/json size
GET /containers/{x}/logs stdout stderr follow since until timestamps tail details
GET /containers/{x}/top ps_args
GET /containers/{x}/stats stream one-shot
GET /containers/{x}/changes
HEAD /containers/{x}/archive path
GET /containers/{x}/archive path
PUT /containers/{x}/archive path noOverwriteDirNonDir
POST /containers/{x}/start
POST /containers/{x}/stop t signal
POST /containers/{x}/restart t signal
POST /containers/{x}/kill signal
POST /containers/{x}/pause
POST /containers/{x}/unpause
POST /containers/{x}/rename name
POST /containers/{x}/resize h w
POST /containers/{x}/update
POST /containers/{x}/wait condition
POST /containers/{x}/attach stream stdin stdout stderr logs detachKeys
POST /containers/{x}/exec
DELETE /containers/{x} force v link
POST /exec/{x}/start
GET /exec/{x}/json
POST /exec/{x}/resize h w
GET /images/json filters all shared-size
GET /images/search term limit filters
POST /images/create fromImage tag platform
POST /images/prune filters
GET /images/{x}/json
GET /images/{x}/history
POST /images/{x}/tag repo tag
POST /images/{x}/push tag
DELETE /images/{x} force noprune
GET /distribution/{x}/json
`;

/** What the recordings' README lists. */
export const ENDPOINTS: readonly Endpoint[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [method = '', path = '', ...query] = line.split(' ');
    return { method: method as Endpoint['method'], path, query };
  });
