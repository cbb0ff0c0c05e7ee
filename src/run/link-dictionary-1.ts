import { strToU8 } from 'fflate';

/** What recordings of version 1 often contain; with it even short ones shrink. Links depend on every byte: never to be changed. */
export const DICTIONARY_1 = strToU8(
  '"DC2-N4","DC2-N5","DC2-N6","/root/docker-stack.yml","version: \\"3.8\\"\\nservices:\\n  web:\\n    image: daviddavistx/webserver:1\\n    deploy:\\n      mode: global\\n      replicas: 5\\n' +
    '      placement:\\n        constraints:\\n          - node.role == manager\\n      update_config:\\n        parallelism: 1\\n        delay: 10s\\n        order: start-first\\n' +
    '      resources:\\n        limits:\\n          cpus: \\"0.1\\"\\n          memory: 50M\\n        reservations:\\n      restart_policy:\\n        condition: on-failure\\n    ports:\\n      - \\"80:80\\"\\n' +
    '    networks:\\n      - webnet\\n    environment:\\n    volumes:\\n    healthcheck:\\nnetworks:\\n  webnet:\\nvolumes:\\nsecrets:\\nconfigs:\\n' +
    'sudo systemctl stop docker","sudo systemctl start docker","docker service create --name webapp1 --replicas=6 nginx:latest","docker service update --image nginx:1.26 --force' +
    'docker node update --availability drain DC2-N2","docker node update --availability active DC2-N3","docker service rm ","docker node ls","docker service ls","docker ps","docker stack deploy -c docker-stack.yml mystack","docker service ps mystack_web"' +
    ',"docker service scale mystack_web="f","DC2-N3","engine-stop"],["power-off"],["l","DC2-N1","docker {"v":1,"s":"course","i":[[',
);
