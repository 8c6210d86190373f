package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route: sets the security headers, and refuses what another web site may have sent.
 *
 * <p>A change must come from our own page ({@code Sec-Fetch-Site} or {@code Origin}); programs that send neither are no
 * browsers and are let through. A server that listens on this machine only answers to names of this machine only, so that
 * a foreign name that leads here (DNS rebinding) gets nothing.
 */
final class Guard implements Handler {
    private static final int MISDIRECTED = 421;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final boolean localOnly;

    Guard(String host) {
        localOnly = LOCAL.contains(host);
    }

    @Override
    public void handle(Context context) {
        HEADERS.forEach(context::header);
        String host = context.host();
        if (localOnly && (host == null || !LOCAL.contains(withoutPort(host)))) {
            throw new HttpResponseException(
                    MISDIRECTED, "this server answers to localhost and 127.0.0.1 only, not to another name", Map.of());
        }
        boolean reading = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        if (!reading && !isFromOurPage(context, host)) {
            throw new ForbiddenResponse("this did not come from a page of this server; nothing was changed");
        }
    }

    private static boolean isFromOurPage(Context context, @Nullable String host) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = context.header("Origin");
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
