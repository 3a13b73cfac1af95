# A small image: `docker run --rm -v "$PWD:/work:ro" lint-article .`
FROM python:3.13-slim AS build
COPY . /src
RUN python -m pip wheel --quiet --no-cache-dir --wheel-dir /wheels /src

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    python -m pip install --quiet --no-cache-dir --no-compile --no-index --find-links /wheels lint-article \
    && python -m compileall -q /usr/local/lib/python3.13/site-packages \
    && useradd --uid 10001 --no-create-home lint
USER lint
ENV XDG_CACHE_HOME=/tmp PYTHONUTF8=1
WORKDIR /work
ENTRYPOINT ["lint-article"]
CMD ["--help"]
