# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
#
#   docker build -t bussola .
#   docker run --read-only --cap-drop ALL --security-opt no-new-privileges --ulimit core=0 --stop-timeout 30 \
#     --env-file .env -p 127.0.0.1:8080:8080 bussola
#
# It writes nothing, so its root can be read-only and it needs no volume. `--stop-timeout` leaves it time to end.
# `scripts/build_like_docker.py` carries out these very lines without Docker.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
RUN python -m venv /opt/bussola && python -m venv /opt/builder
COPY requirements requirements
RUN /opt/bussola/bin/pip install --require-hashes --no-deps --requirement requirements/runtime.lock \
    && /opt/builder/bin/pip install --require-hashes --no-deps --requirement requirements/build.lock
COPY pyproject.toml README.md LICENSE ./
COPY LICENSES LICENSES
COPY bot bot
RUN /opt/builder/bin/pip wheel --no-deps --no-build-isolation --wheel-dir wheels . \
    && /opt/bussola/bin/pip install --no-deps --no-index wheels/*.whl \
    && /opt/bussola/bin/pip uninstall --yes setuptools pip

FROM python:3.11-slim-bookworm
RUN useradd --system --no-log-init --uid 10001 --home-dir /srv/bussola --shell /usr/sbin/nologin bussola
COPY --from=build /opt/bussola /opt/bussola
WORKDIR /srv/bussola
COPY services_directory.yaml ./
COPY flows flows
COPY locales locales
COPY data data
# Memory that is freed is overwritten: set here, so that the program need not begin twice (bot/ops/hardening.py).
ENV PYTHONMALLOC=debug MALLOC_PERTURB_=165 PYTHONDONTWRITEBYTECODE=1 PATH=/opt/bussola/bin:$PATH \
    CONTENT=/srv/bussola BIND=0.0.0.0:8080
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-m", "bot.ops.alive"]
CMD ["bussola", "serve"]
