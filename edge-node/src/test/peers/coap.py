"""What a client with aiocoap does, for AiocoapTest. Writes a line for every answer: code, payload.

coap.py HOST:PORT post PATH FORMAT FILE   posts a file, in blocks if it is long
coap.py HOST:PORT get PATH                gets something
coap.py HOST:PORT observe PATH COUNT      observes until so many notifications have come
"""

import asyncio
import sys
import warnings

warnings.simplefilter("ignore")

from aiocoap import CHANGED, CONTENT, GET, POST, UNAUTHORIZED, Context, Message


def say(response):
    print(response.code.dotted, response.payload.decode("utf-8", "replace"), flush=True)


async def ask(context, make):
    """Sends a request, and once more with what the server wants to be told again (RFC 9175)."""
    response = await context.request(make()).response
    if response.code == UNAUTHORIZED and response.opt.echo is not None:
        again = make()
        again.opt.echo = response.opt.echo
        response = await context.request(again).response
    return response


async def observe(context, uri, count):
    first = await context.request(Message(code=GET, uri=uri, observe=0)).response
    wanted = Message(code=GET, uri=uri, observe=0)
    if first.opt.echo is not None:
        wanted.opt.echo = first.opt.echo
    request = context.request(wanted)
    say(await request.response)
    async for notification in request.observation:
        say(notification)
        count -= 1
        if count == 0:
            return True
    return False


async def main(server, what, path, *rest):
    context = await Context.create_client_context()
    uri = "coap://" + server + "/" + path
    if what == "post":
        with open(rest[1], "rb") as file:
            payload = file.read()
        response = await ask(
            context,
            lambda: Message(code=POST, uri=uri, content_format=int(rest[0]), payload=payload),
        )
        say(response)
        is_fine = response.code == CHANGED
    elif what == "get":
        response = await ask(context, lambda: Message(code=GET, uri=uri))
        say(response)
        is_fine = response.code == CONTENT
    else:
        is_fine = await observe(context, uri, int(rest[0]))
    await context.shutdown()
    return 0 if is_fine else 1


sys.exit(asyncio.run(main(*sys.argv[1:])))
