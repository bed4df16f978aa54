# mockbooks as a container. docs/how-to/docker.md is the guide; the tests in tests/image hold what it promises.
#
#   docker build --tag mockbooks .
#   docker run --rm --publish 127.0.0.1:8080:8080 mockbooks

ARG PYTHON_IMAGE=python:3.13-slim

# ---- The packages that mockbooks runs on: made anew only when the lock changes ----------------------------------------
FROM ${PYTHON_IMAGE} AS packages
WORKDIR /build
ENV PYTHONDONTWRITEBYTECODE=1
# For `strip`; no release of Debian keeps a version of it for long, and nothing of it comes into the image.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends binutils \
 && rm -rf /var/lib/apt/lists/*
COPY requirements/run.txt ./
RUN python -m venv --without-pip /opt/mockbooks \
 && pip --python /opt/mockbooks/bin/python install --no-cache-dir --no-compile --no-deps --require-hashes --requirement run.txt
COPY tools/image/slim.py ./
# The byte code is not compared with the source at every start: nothing changes in a container that only reads.
RUN /opt/mockbooks/bin/python slim.py \
 && /opt/mockbooks/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/mockbooks/lib

# ---- mockbooks itself: what comes into the image beside the packages is gathered in /image -----------------------------
FROM packages AS project
COPY requirements/build.txt ./
RUN pip install --no-cache-dir --no-deps --require-hashes --target /hatch --requirement build.txt
COPY LICENSE README.md pyproject.toml ./
COPY docs ./docs
COPY scenarios ./scenarios
COPY mockbooks ./mockbooks
RUN PYTHONPATH=/hatch pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir dist . \
 && pip --python /opt/mockbooks/bin/python install --no-cache-dir --no-compile --no-deps --prefix /image/opt/mockbooks dist/*.whl \
 && python -m compileall -q --invalidation-mode unchecked-hash -s /image -p / /image/opt/mockbooks
COPY tools/image/bytecode.py tools/image/entrypoint.sh ./
# Anybody may write to /tls, where --tls keeps its CA: the container may run as any user.
RUN /opt/mockbooks/bin/python bytecode.py /image \
 && cp entrypoint.sh /image/opt/mockbooks/bin/entrypoint \
 && mkdir --mode 0755 /image/scenarios \
 && mkdir --mode 1777 /image/tls

# ---- The image ---------------------------------------------------------------------------------------------------------
FROM ${PYTHON_IMAGE}
COPY --from=packages /opt/mockbooks /opt/mockbooks
COPY --from=project /image /
ENV PATH=/opt/mockbooks/bin:$PATH \
    MOCKBOOKS_HOST=0.0.0.0 \
    MOCKBOOKS_SCENARIO_FOLDER=/scenarios \
    MOCKBOOKS_SERVER_PROCESS=1 \
    MOCKBOOKS_TLS_FOLDER=/tls
USER 65532:65532
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=15s CMD ["mockbooks", "health"]
ENTRYPOINT ["entrypoint"]
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="mockbooks" \
      org.opencontainers.image.description="A mock accounting system: a reference API with real books behind it, to test integrations against." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
