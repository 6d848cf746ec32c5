"""The suite's fuzzing server, on loopback alone: by itself it listens on every interface."""

from __future__ import print_function

from autobahntestsuite import wstest

listen = wstest.fuzzing.listenWS


def listen_on_loopback(factory, context):
    port = listen(factory, context, interface="127.0.0.1")
    print("listening")
    return port


wstest.fuzzing.listenWS = listen_on_loopback
wstest.run()
