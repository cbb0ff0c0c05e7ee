import type { Example } from './example.ts';

/** A database whose password is a secret and whose data is a volume. */
export const database: Example = {
  id: 'database',
  stack: 'shop',
  title: { en: 'Database with a secret', pt: 'Banco de dados com segredo' },
  about: {
    en: 'The password is a file beside the stack file and reaches the containers as a secret; the data stays in a volume on one node; a health check tells when the database answers.',
    pt: 'A senha é um arquivo ao lado do arquivo de stack e chega aos contêineres como segredo; os dados ficam em um volume em um só nó; uma verificação de saúde diz quando o banco responde.',
  },
  next: 'docker secret ls',
  files: [
    {
      name: 'shop.yml',
      content: `version: "3.8"

services:
  db:
    image: postgres:16-alpine
    env_file:
      - ./shop.env
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
    volumes:
      - db-data:/var/lib/postgresql/data
    networks:
      - backend
    stop_grace_period: 30s
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U shop"]
      interval: 10s
      timeout: 3s
      retries: 5
    deploy:
      placement:
        constraints:
          - node.role == manager
      update_config:
        order: stop-first

  adminer:
    image: adminer:4
    ports:
      - "8081:8080"
    networks:
      - backend
    deploy:
      replicas: 2

networks:
  backend:
    driver_opts:
      encrypted: ""

volumes:
  db-data:

secrets:
  db_password:
    file: ./db_password.txt
`,
    },
    { name: 'shop.env', content: 'POSTGRES_USER=shop\nPOSTGRES_DB=shop\n' },
    { name: 'db_password.txt', content: 'correct horse battery staple\n' },
  ],
};
