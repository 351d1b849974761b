# One file for every service: docker build --build-arg SERVICE=profile -t holdfast/profile .
# All share the build stage, so the suite is built once. `docker compose build` does it for each of them.

FROM node:22-bookworm-slim AS node

FROM eclipse-temurin:25-jdk AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
	./mvnw --batch-mode --no-transfer-progress -DskipTests package
RUN mkdir /jars && cp services/*/target/*-exec.jar identity/target/*-exec.jar gateway/target/*-exec.jar /jars

FROM build AS layers
ARG SERVICE
RUN cp /jars/${SERVICE}-[0-9]*-exec.jar /service.jar && java -Djarmode=tools -jar /service.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home holdfast
WORKDIR /app
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001
ENV HEALTH=8080/actuator/health/readiness
# The image has no curl; HEALTH is port/path
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --start-interval=2s --retries=3 \
	CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${HEALTH%%/*} && printf 'GET /%s HTTP/1.0\\r\\n\\r\\n' \"${HEALTH#*/}\" >&3 && grep -q '^HTTP/1.. 200' <&3"]
# SerialGC and a share of the container's memory suit many small services; further options go into JAVA_TOOL_OPTIONS
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
	"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "service.jar"]
