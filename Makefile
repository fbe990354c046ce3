# Outreach: `make run` does the main job, `make test` proves it. `make help` lists the rest.

SHELL := /bin/bash
PREFIX ?= /usr/local
LISTEN ?= 127.0.0.1:8080
DATABASE ?= sqlite:var/outreach.sqlite
OUTREACH := .build/release/outreach

# What the program is built on, and what only its tests need.
LIBRARIES := pkg-config libsqlite3-dev libcurl4-openssl-dev libmicrohttpd-dev libsodium-dev libgnutls28-dev \
  libqrencode-dev libphonenumber-dev libxlsxwriter-dev zlib1g-dev ca-certificates
PEERS := kannel kannel-extras nginx-light postfix python3 openssl chromium chromium-driver fonts-khmeros \
  fonts-dejavu-core

.DEFAULT_GOAL := help
.PHONY: help deps test-deps toolchain run build test lint format bench bench-dispatch soak golden install clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

# sudo drops the environment, so that env stands behind it: no package may ask a question.
define install-missing
@missing=""; for package in $(1); do \
  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  echo "Installing what is missing:$$missing"; \
  sudo=""; \
  if [ "$$(id -u)" != 0 ]; then sudo=sudo; \
    command -v sudo >/dev/null || { echo "This needs root, and there is no sudo. As root: apt-get install$$missing" >&2; exit 1; }; fi; \
  $$sudo apt-get update -qq && \
  $$sudo env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef

deps: ## Install the C libraries that the program needs (apt)
	$(call install-missing,$(LIBRARIES))

test-deps: deps
	$(call install-missing,$(PEERS))

toolchain:
	@command -v swift >/dev/null || \
	  { echo "The Swift 6.3 toolchain is missing: https://www.swift.org/install/linux/" >&2; exit 1; }

build: toolchain deps ## Build the release
	@swift build -c release --product outreach

run: build ## Build, apply the samples, plan the sample campaign, and serve
	@$(OUTREACH) migrate --database $(DATABASE)
	@$(OUTREACH) apply --database $(DATABASE) Audiences Campaigns
	@if $(OUTREACH) show --database $(DATABASE) know-your-office | grep -q ', no plan yet$$'; then \
	  echo "Planning the sample campaign, a few seconds."; \
	  $(OUTREACH) plan --database $(DATABASE) know-your-office --seconds 8 >/dev/null; fi
	@$(OUTREACH) serve --database $(DATABASE) --listen $(LISTEN) --sign-in coordinator

# Hundreds of tests at a time, each with a store of its own, open more files than the 1,024 that a login is given.
MANY-FILES := { ulimit -S -n 8192 2>/dev/null || ulimit -S -n "$$(ulimit -H -n)"; }

test: toolchain test-deps ## Run every test, real servers and a real browser included
	@swift build -c release --product outreach
	@$(MANY-FILES) && swift test --skip 'ChaosTests|EndToEndTests'
	@# By themselves: these wait for programs and browsers, and would keep the others from their turn on two cores;
	@$(MANY-FILES) && swift test --filter EndToEndTests
	@# and a daemon that is killed again and again wants both cores.
	@$(MANY-FILES) && swift test --filter ChaosTests

lint: ## Look for departures from the house's format
	@swift format lint --recursive --strict Sources Tests Package.swift

format: ## Put every source into the house's format
	@swift format --in-place --recursive Sources Tests Package.swift

bench: build test-deps ## Measure, and print the table of docs/performance.md
	@python3 -B Tests/Bench/bench.py $(OUTREACH)

bench-dispatch: build test-deps ## Measure the dispatch beside a bare libcurl loop and Kannel
	@python3 -B Tests/Bench/dispatch.py $(OUTREACH)

soak: build test-deps ## Kill and restart for hours
	@bash Tests/Bench/soak.sh

golden: ## Rewrite the golden files from what the program says today
	@OUTREACH_GOLDEN=rewrite swift test --filter Golden

install: build ## Install the command (PREFIX=/usr/local)
	@install -D -m 755 $(OUTREACH) $(DESTDIR)$(PREFIX)/bin/outreach

clean: ## Remove what was built; the store in var/ stays
	@swift package clean
