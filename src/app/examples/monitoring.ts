import type { Example } from './example.ts';

/** Something on every node that measures, one place that collects, one that shows. */
export const monitoring: Example = {
  id: 'monitoring',
  stack: 'monitoring',
  title: { en: 'Monitoring', pt: 'Monitoramento' },
  about: {
    en: 'An exporter on every node (a global service), Prometheus with its settings from a config file, Grafana with a password from a secret.',
    pt: 'Um exportador em cada nó (um serviço global), o Prometheus com ajustes de um arquivo de config, o Grafana com a senha de um segredo.',
  },
  next: 'docker service ps monitoring_node-exporter',
  files: [
    {
      name: 'monitoring.yml',
      content: `version: "3.8"

services:
  node-exporter:
    image: prom/node-exporter:v1.8.0
    command:
      - --path.rootfs=/host
    volumes:
      - /:/host:ro
    networks:
      - monitoring
    deploy:
      mode: global
      resources:
        limits:
          cpus: "0.1"
          memory: 64M

  prometheus:
    image: prom/prometheus:v2.53.0
    configs:
      - source: prometheus
        target: /etc/prometheus/prometheus.yml
    volumes:
      - prometheus-data:/prometheus
    networks:
      - monitoring
    deploy:
      placement:
        constraints:
          - node.role == manager
      resources:
        reservations:
          memory: 256M

  grafana:
    image: grafana/grafana:11.0.0
    environment:
      GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana_password
    secrets:
      - grafana_password
    ports:
      - "3000:3000"
    networks:
      - monitoring
    deploy:
      replicas: 1

configs:
  prometheus:
    file: ./prometheus.yml

secrets:
  grafana_password:
    file: ./grafana_password.txt

networks:
  monitoring:

volumes:
  prometheus-data:
`,
    },
    {
      name: 'prometheus.yml',
      content: `global:
  scrape_interval: 15s

scrape_configs:
  - job_name: nodes
    dns_sd_configs:
      - names:
          - tasks.node-exporter
        type: A
        port: 9100
`,
    },
    { name: 'grafana_password.txt', content: 'change me\n' },
  ],
};
