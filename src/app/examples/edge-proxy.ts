import type { Example } from './example.ts';

/** One door to the outside, and services behind it that announce themselves by labels. */
export const edgeProxy: Example = {
  id: 'edge-proxy',
  stack: 'edge',
  title: { en: 'Edge proxy', pt: 'Proxy de borda' },
  about: {
    en: 'A proxy on the managers that learns from service labels where to send requests. Its port is published in host mode; two services stand behind it.',
    pt: 'Um proxy nos gerentes que aprende, por rótulos dos serviços, para onde mandar os pedidos. Sua porta é publicada em modo host; dois serviços ficam atrás dele.',
  },
  next: 'docker service scale edge_whoami=6',
  files: [
    {
      name: 'edge.yml',
      content: `version: "3.8"

services:
  proxy:
    image: traefik:v3.5
    command:
      - --providers.swarm.endpoint=unix:///var/run/docker.sock
      - --providers.swarm.exposedByDefault=false
      - --entryPoints.web.address=:80
    ports:
      - target: 80
        published: 8080
        protocol: tcp
        mode: host
    volumes:
      - type: bind
        source: /var/run/docker.sock
        target: /var/run/docker.sock
        read_only: true
    networks:
      - edge
    deploy:
      mode: global
      placement:
        constraints:
          - node.role == manager

  whoami:
    image: traefik/whoami:v1.11
    networks:
      - edge
    deploy:
      replicas: 3
      labels:
        traefik.enable: "true"
        traefik.http.routers.whoami.rule: Host(\`whoami.localhost\`)
        traefik.http.services.whoami.loadbalancer.server.port: "80"

  hello:
    image: nginxdemos/hello:plain-text
    networks:
      - edge
    deploy:
      replicas: 2
      labels:
        traefik.enable: "true"
        traefik.http.routers.hello.rule: PathPrefix(\`/hello\`)
        traefik.http.services.hello.loadbalancer.server.port: "80"

networks:
  edge:
    driver: overlay
    attachable: true
`,
    },
  ],
};
