"""The few parts of `requests` that calls to a JSON API use, over urllib, where the real one is not installed."""

import json as _json
import ssl as _ssl
import urllib.error as _error
import urllib.parse as _parse
import urllib.request as _request


class RequestException(IOError):
    pass


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class HTTPError(RequestException):
    def __init__(self, message, response=None):
        super().__init__(message)
        self.response = response


class JSONDecodeError(RequestException, ValueError):
    pass


class exceptions:
    RequestException = RequestException
    ConnectionError = ConnectionError
    Timeout = Timeout
    HTTPError = HTTPError
    JSONDecodeError = JSONDecodeError


class Response:
    def __init__(self, status_code, headers, content, url):
        self.status_code, self.headers, self.content, self.url = status_code, headers, content, url

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    def json(self):
        try:
            return _json.loads(self.content)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from error

    def raise_for_status(self):
        if not self.ok:
            raise HTTPError(f"{self.status_code} Error for url: {self.url}", self)


class _NoRedirect(_request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def request(method, url, params=None, data=None, json=None, headers=None, timeout=None):
    if params:
        url = f"{url}{'&' if '?' in url else '?'}{_parse.urlencode(params, doseq=True)}"
    headers = dict(headers or {})
    if json is not None:
        data = _json.dumps(json).encode()
        headers.setdefault("Content-Type", "application/json")
    elif isinstance(data, dict):
        data = _parse.urlencode(data, doseq=True).encode()
    elif isinstance(data, str):
        data = data.encode()
    opener = _request.build_opener(
        _NoRedirect, _request.HTTPSHandler(context=_ssl.create_default_context()), _request.ProxyHandler({})
    )
    asked = _request.Request(url, data=data, headers=headers, method=method.upper())
    try:
        # urllib wants a number or nothing; requests also takes (connect, read).
        limit = max(timeout) if isinstance(timeout, tuple) else timeout
        answer = opener.open(asked) if limit is None else opener.open(asked, timeout=limit)
    except _error.HTTPError as refused:
        answer = refused
    except _error.URLError as error:
        raise (Timeout if isinstance(error.reason, TimeoutError) else ConnectionError)(str(error.reason)) from error
    except TimeoutError as error:
        raise Timeout(str(error)) from error
    except OSError as error:
        raise ConnectionError(str(error)) from error
    with answer:
        return Response(answer.status, answer.headers, answer.read(), url)


def get(url, **options):
    return request("GET", url, **options)


def post(url, **options):
    return request("POST", url, **options)


def put(url, **options):
    return request("PUT", url, **options)


def patch(url, **options):
    return request("PATCH", url, **options)


def delete(url, **options):
    return request("DELETE", url, **options)
