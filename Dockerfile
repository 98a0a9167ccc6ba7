# syntax=docker/dockerfile:1
# One static executable and nothing else: no shell, no package, nobody's privileges.
FROM rust:1.95-alpine3.22 AS build
# hadolint ignore=DL3018
RUN apk add --no-cache gcc make musl-dev
WORKDIR /src
COPY . .
# musl's own allocator halves the number of pages a second; jemalloc gives it back. Kernels for ARM have pages of 4, 16
# or 64 kB: what is built for the largest runs on all.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    if [ "$(uname -m)" = aarch64 ]; then export JEMALLOC_SYS_WITH_LG_PAGE=16; fi; \
    cargo build --release --locked --package kratos-account --features jemalloc \
    && cp target/release/kratos-account /kratos-account

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /kratos-account /kratos-account
USER 65532:65532
ENV LISTEN=0.0.0.0:4455
EXPOSE 4455
HEALTHCHECK --interval=10s --timeout=6s --start-period=5s CMD ["/kratos-account", "healthcheck"]
ENTRYPOINT ["/kratos-account"]
CMD ["serve"]
