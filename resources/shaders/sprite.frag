// A lit ball, or a ring where u_hole is above zero; both with a dark rim that reads on every colour.
uniform vec4 u_color;
uniform vec3 u_rim;
uniform float u_radius;
uniform float u_hole;
uniform float u_pixel;
varying vec2 v_local;

void main() {
    float away = length(v_local);
    float inner = u_radius - 1.5 * u_pixel;
    float cover = clamp(u_radius + 0.5 - away, 0.0, 1.0) * clamp(away - u_hole + 0.5, 0.0, 1.0);
    if (cover <= 0.0) discard;
    vec3 color = u_color.rgb;
    if (u_hole <= 0.0) {
        vec2 at = v_local / max(inner, 1.0);
        vec3 normal = vec3(at, sqrt(max(0.0, 1.0 - dot(at, at))));
        float light = dot(normal, normalize(vec3(-0.45, 0.6, 0.66)));
        color *= 0.86 + 0.18 * light;
        color += 0.55 * smoothstep(0.93, 0.99, light);
    }
    float rim = smoothstep(inner - 0.5, inner + 0.5, away);
    if (u_hole > 0.0) rim = max(rim, 1.0 - smoothstep(u_hole + 1.5 * u_pixel - 0.5, u_hole + 1.5 * u_pixel + 0.5, away));
    gl_FragColor = vec4(mix(color, u_rim, rim), u_color.a * cover);
}
