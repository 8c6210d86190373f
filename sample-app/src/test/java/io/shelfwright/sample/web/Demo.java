package io.shelfwright.sample.web;

import io.shelfwright.sample.web.DemoListeners.Listener;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A demo over a fake engine, and a client that speaks to it. */
final class Demo implements AutoCloseable {
    static final String NOTE = "This world is synthetic: listeners, artists and titles are invented.";

    final FakeEngine engine = new FakeEngine();
    final DemoServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Demo() {
        this(listeners());
    }

    Demo(List<Listener> listeners) {
        server = new DemoServer(engine, DemoListeners.of(listeners), InstantSource.fixed(FakePages.NOW), NOTE, 0);
    }

    static List<Listener> listeners() {
        List<Listener> listeners = new ArrayList<>();
        listeners.add(new Listener("u-ida", "Ida - Nordic folk, jazz - SE"));
        listeners.add(new Listener("u-omar", "Omar - hip hop, soul - GB"));
        for (int i = 0; i < 40; i++) {
            listeners.add(
                    new Listener("u-" + i, "Listener " + i + " - " + (i % 2 == 0 ? "techno" : "ambient") + " - DE"));
        }
        return listeners;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
    }

    /** Posts names and values in turn. */
    HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
        return send(request(path, form).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String... form) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(form[i]).append('=').append(encoded(form[i + 1]));
        }
        return HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** Follows the one redirect that answers a post. */
    HttpResponse<String> follow(HttpResponse<String> redirect) throws IOException, InterruptedException {
        return get(redirect.headers().firstValue("Location").orElseThrow());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
