// A lit ball, a ring where u_hole is above zero, or a flat mark where it has corners; all with a rim that reads anywhere.
uniform vec4 u_color;
uniform vec3 u_rim;
uniform float u_radius;
uniform float u_hole;
uniform float u_pixel;
uniform float u_count;
uniform vec2 u_corners[12];
varying vec2 v_local;

// Distance to the nearest side, negative inside: a point is inside when it is on the far side of an odd number of them.
float outside(vec2 at) {
    float near = 1e9;
    float side = 1.0;
    vec2 last = u_corners[0];
    for (int k = 0; k < 12; k++) if (float(k) == u_count - 1.0) last = u_corners[k];
    for (int k = 0; k < 12; k++) {
        if (float(k) >= u_count) break;
        vec2 here = u_corners[k] * u_radius;
        vec2 before = last * u_radius;
        vec2 edge = before - here;
        vec2 off = at - here;
        near = min(near, length(off - edge * clamp(dot(off, edge) / dot(edge, edge), 0.0, 1.0)));
        bool above = at.y >= here.y;
        bool below = at.y < before.y;
        if (above == below && (edge.x * off.y > edge.y * off.x) == above) side = -side;
        last = u_corners[k];
    }
    return side * near;
}

void main() {
    float away = length(v_local);
    bool cornered = u_count > 0.5;
    float out_by = cornered ? outside(v_local) : away - u_radius;
    float cover = clamp(0.5 - out_by, 0.0, 1.0) * clamp(away - u_hole + 0.5, 0.0, 1.0);
    if (u_hole <= 0.0) cover = clamp(0.5 - out_by, 0.0, 1.0);
    if (cover <= 0.0) discard;
    vec3 color = u_color.rgb;
    float inner = u_radius - 1.5 * u_pixel;
    if (u_hole <= 0.0 && !cornered) {
        vec2 at = v_local / max(inner, 1.0);
        vec3 normal = vec3(at, sqrt(max(0.0, 1.0 - dot(at, at))));
        float light = dot(normal, normalize(vec3(-0.45, 0.6, 0.66)));
        color *= 0.86 + 0.18 * light;
        color += 0.55 * smoothstep(0.93, 0.99, light);
    }
    float rim = clamp(out_by + 1.5 * u_pixel + 0.5, 0.0, 1.0);
    if (u_hole > 0.0) rim = max(rim, 1.0 - smoothstep(u_hole + 1.5 * u_pixel - 0.5, u_hole + 1.5 * u_pixel + 0.5, away));
    gl_FragColor = vec4(mix(color, u_rim, rim), u_color.a * cover);
}
