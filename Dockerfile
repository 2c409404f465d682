# The team server as a small image: Node 24, what it needs to run and nothing else, no root.
#   docker build -t sideline-server .
# See docs/server.md, "In a container"; compose.yaml puts a TLS proxy before it.

FROM node:24-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATA_DIR=/data
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY package.json ./
COPY lib/time.ts ./lib/time.ts
COPY lib/records ./lib/records
COPY lib/coaching ./lib/coaching
COPY lib/sync/protocol.ts ./lib/sync/protocol.ts
COPY lib/sync/insight-protocol.ts ./lib/sync/insight-protocol.ts
COPY components/ui/tokens.css ./components/ui/tokens.css
COPY server ./server
RUN install -d -m 0700 -o node -g node /data
USER node
VOLUME /data
EXPOSE 8787
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals must reach the server itself.
CMD ["node", "server/main.ts"]
